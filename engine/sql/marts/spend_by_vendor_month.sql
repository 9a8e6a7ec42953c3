-- Grain: one row per vendor, month and currency of payable invoices. Units: amounts in currency,
-- gross; credit notes count down, copies not at all. month is its first day.
-- Parameters (null = all): $from_date, $to_date (invoice date), $vendor, $currency.
select
    vendor_name,
    date_trunc('month', invoice_date)::date as month,
    currency,
    count(*) as invoices,
    sum(total_amount) as amount,
from live.invoices
where
    direction = 'payable'
    and invoice_id not in (
        select copies.record_id
        from live.copies
        where copies.kind = 'invoice'
    )
    and invoice_date is not null
    and currency is not null
    and total_amount is not null
    and ($from_date is null or invoice_date >= $from_date)
    and ($to_date is null or invoice_date <= $to_date)
    and ($vendor is null or vendor_name = $vendor)
    and ($currency is null or currency = $currency)
group by all
order by month, amount desc, vendor_name;
