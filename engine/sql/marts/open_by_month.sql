-- Grain: one row per currency, direction and month (its first day) in which what is open falls due.
-- Units: amounts in currency.
-- Parameters (null = all): $from_date, $to_date (invoice date), $vendor, $currency.
select
    currency,
    direction,
    date_trunc('month', due_on)::date as month,
    count(*) as invoices,
    sum(amount_open) as amount_open,
from live.invoices
where
    amount_open <> 0
    and due_on is not null
    and ($from_date is null or invoice_date >= $from_date)
    and ($to_date is null or invoice_date <= $to_date)
    and ($vendor is null or vendor_name = $vendor)
    and ($currency is null or currency = $currency)
group by all
order by currency, direction, month;
