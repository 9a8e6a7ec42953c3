-- Grain: one row per currency and direction with something open. Units: amounts in currency.
-- Parameters (null = all): $from_date, $to_date (invoice date), $vendor, $currency; $today.
-- invoices_of_unknown_amount are open, but by how much is not known: they are in no sum.
select
    currency,
    direction,
    count(*) filter (where amount_open is not null) as invoices,
    sum(amount_open) as amount_open,
    coalesce(sum(amount_open) filter (where due_on < $today::date), 0) as amount_overdue,
    count(*) filter (where amount_open is null) as invoices_of_unknown_amount,
from live.invoices
where
    amount_open is distinct from 0
    and ($from_date is null or invoice_date >= $from_date)
    and ($to_date is null or invoice_date <= $to_date)
    and ($vendor is null or vendor_name = $vendor)
    and ($currency is null or currency = $currency)
group by currency, direction
order by invoices desc, currency, direction;
