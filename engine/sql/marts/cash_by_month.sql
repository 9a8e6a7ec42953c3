-- Grain: one row per month and currency. Units: amounts in currency; money_out is positive.
-- month is its first day. Lines that another statement repeats count once.
-- Parameters (null = all): $from_date, $to_date (booking date),
-- $account, $currency.
select
    date_trunc('month', transaction_date)::date as month,
    currency,
    count(*) as transactions,
    coalesce(sum(amount) filter (where amount > 0), 0) as money_in,
    coalesce(-sum(amount) filter (where amount < 0), 0) as money_out,
    sum(amount) as net,
from live.stg_transactions
where
    transaction_date is not null
    and amount is not null
    and transaction_id not in (
        select copies.record_id
        from live.copies
        where copies.kind = 'transaction'
    )
    and ($from_date is null or transaction_date >= $from_date)
    and ($to_date is null or transaction_date <= $to_date)
    and ($account is null or account_number = $account)
    and ($currency is null or currency = $currency)
group by all
order by month, currency;
