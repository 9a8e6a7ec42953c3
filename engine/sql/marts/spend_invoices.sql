-- Grain: one payable invoice that spend_by_vendor_month adds up, the largest first; the same
-- invoices, so the same sums. Units: amounts in currency. total_rows: without limit.
-- Parameters (null = all): $from_date, $to_date (invoice date), $vendor, $currency, $limit.
select
    upload_id,
    invoice_id,
    invoice_index,
    invoice_number,
    vendor_name,
    customer_name,
    invoice_date,
    due_date,
    currency,
    total_amount,
    amount_open,
    match_state,
    confidence,
    count(*) over () as total_rows,
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
order by total_amount desc, invoice_id
limit $limit;
