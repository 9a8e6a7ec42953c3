-- Grain: one invoice of an upload that was read and not rejected, newest first.
-- Units: amounts in currency, a credit note's negative; match_confidence and confidence 0 to 1.
-- match_state: matched, partial, suggested, unmatched. total_rows: without limit.
-- Parameters (null = all): $upload_id, $from_date, $to_date (invoice date), $vendor, $currency,
-- $direction, $match_state, $purchase_order, $search, $limit, $offset.
with chosen as not materialized (
    select *
    from live.invoices
    where
        ($upload_id is null or upload_id = $upload_id)
        and ($from_date is null or invoice_date >= $from_date)
        and ($to_date is null or invoice_date <= $to_date)
        and ($vendor is null or vendor_name = $vendor)
        and ($currency is null or currency = $currency)
        and ($direction is null or direction = $direction)
        and ($match_state is null or match_state = $match_state)
        and ($purchase_order is null or purchase_order = $purchase_order)
        and (
            $search is null
            or contains(
                lower(
                    concat_ws(
                        ' ',
                        invoice_number,
                        vendor_name,
                        customer_name,
                        purchase_order,
                        payment_reference
                    )
                ),
                lower($search)
            )
        )
),

counted as (
    select count(*) as total_rows
    from chosen
)

select
    upload_id,
    invoice_id,
    invoice_index,
    page,
    document_type,
    direction,
    invoice_number,
    purchase_order,
    payment_reference,
    invoice_date,
    due_date,
    vendor_name,
    customer_name,
    currency,
    subtotal,
    tax_amount,
    total_amount,
    amount_due,
    amount_open,
    match_state,
    decision,
    match_confidence,
    reconciliation_id,
    match_id,
    confidence,
    check_count,
    first_check,
    (select counted.total_rows from counted) as total_rows,
from chosen
order by invoice_date desc nulls last, upload_id, invoice_index
limit $limit offset $offset;
