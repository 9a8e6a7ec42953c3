-- Grain: one invoice of a match that a person confirmed or rejected.
-- Units: amounts in currency, signed as in the record.
with decided as (
    select distinct unnest(invoice_ids) as invoice_id
    from live.stg_matches
    where decision <> 'proposed'
)

select
    invoices.invoice_id,
    invoices.document_type,
    invoices.direction,
    invoices.invoice_number,
    invoices.invoice_date,
    invoices.due_date,
    invoices.vendor_name,
    invoices.customer_name,
    invoices.currency,
    invoices.subtotal,
    invoices.total_amount,
    invoices.amount_due,
    invoices.iban,
    invoices.payment_reference,
from live.invoices
inner join decided
    on invoices.invoice_id = decided.invoice_id
order by invoices.invoice_id;
