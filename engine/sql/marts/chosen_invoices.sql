-- Grain: one of the chosen invoices that count, as the matcher takes it.
-- Units: amounts in currency, signed as in the record; percent of the amount; days from the
-- invoice's date. Parameters: $invoice_ids.
select
    invoice_id,
    document_type,
    direction,
    invoice_number,
    invoice_date,
    due_date,
    vendor_name,
    customer_name,
    currency,
    subtotal,
    total_amount,
    amount_due,
    iban,
    payment_reference,
    discount_percent,
    discount_days,
from live.invoices
where list_contains($invoice_ids, invoice_id)
order by invoice_id;
