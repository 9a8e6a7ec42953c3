-- Grain: one invoice with something open, the longest overdue first. Units: amounts in currency.
-- days_overdue on $today: negative before the due date. An invoice without a due date is due on
-- its date. Parameters (null = all): $today, $from_date, $to_date (invoice date), $vendor,
-- $currency, $direction, $bucket (as in ageing), $limit, $offset. total_rows: without limit.
select
    upload_id,
    invoice_id,
    invoice_index,
    invoice_number,
    vendor_name,
    customer_name,
    direction,
    document_type,
    invoice_date,
    due_date,
    currency,
    coalesce(amount_due, total_amount) as amount_payable,
    amount_open,
    match_state,
    date_diff('day', due_on, $today::date) as days_overdue,
    case
        when days_overdue is null then 'no date'
        when days_overdue <= 0 then 'not due'
        when days_overdue <= 30 then '1–30'
        when days_overdue <= 60 then '31–60'
        when days_overdue <= 90 then '61–90'
        else 'over 90'
    end as bucket,
    count(*) over () as total_rows,
from live.invoices
where
    amount_open is distinct from 0
    and ($from_date is null or invoice_date >= $from_date)
    and ($to_date is null or invoice_date <= $to_date)
    and ($vendor is null or vendor_name = $vendor)
    and ($currency is null or currency = $currency)
    and ($direction is null or direction = $direction)
    and ($bucket is null or bucket = $bucket)
order by days_overdue desc nulls last, invoice_id
limit $limit offset $offset;
