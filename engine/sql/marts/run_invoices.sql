-- Grain: one invoice that counts of the chosen uploads, as screens name it.
-- Units: amounts in currency, a credit note's negative. Parameters: $upload_ids.
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
    total_amount,
    amount_due,
from live.invoices
where list_contains($upload_ids, upload_id)
order by due_on nulls last, upload_id, invoice_index;
