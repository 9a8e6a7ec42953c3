-- Grain: one invoice of $invoice_ids. Units: amounts in currency.
-- Parameters: $invoice_ids (null = all).
select
    upload_id,
    invoice_id,
    invoice_index,
    page,
    document_type,
    direction,
    invoice_number,
    payment_reference,
    iban,
    invoice_date,
    due_date,
    vendor_name,
    customer_name,
    currency,
    total_amount,
    amount_due,
    amount_open,
    match_state,
from live.invoices
where $invoice_ids is null or list_contains($invoice_ids, invoice_id)
order by invoice_date, invoice_id;
