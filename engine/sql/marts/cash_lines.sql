-- Grain: one bank line that cash_by_month adds up, the largest first; the same lines, so the same
-- sums. Units: amount in currency, credit positive. total_rows: without limit.
-- Parameters (null = all): $from_date, $to_date (booking date), $account, $currency, $limit.
select
    upload_id,
    transaction_id,
    transaction_date,
    account_number,
    counterparty,
    description,
    currency,
    amount,
    match_state,
    count(*) over () as total_rows,
from live.transactions
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
order by abs(amount) desc, transaction_id
limit $limit;
