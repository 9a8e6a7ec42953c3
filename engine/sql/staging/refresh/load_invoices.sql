-- Rows of stg_invoices from the stale uploads whose invoices count.
insert into live.stg_invoices by name
with invoices as (
    select
        upload_id,
        unnest(document.invoices) as invoice,
        generate_subscripts(document.invoices, 1) as invoice_index,
    from live.parsed_invoice_uploads
    where status in ('completed', 'partial', 'confirmed')
)

select
    upload_id as row_key,
    upload_id,
    invoice_index,
    invoice.invoice_id as invoice_id,
    invoice.document_type as document_type,
    invoice.direction as direction,
    invoice.invoice_number as invoice_number,
    invoice.purchase_order as purchase_order,
    invoice.payment_reference as payment_reference,
    invoice.iban as iban,
    invoice.vendor_name as vendor_name,
    invoice.vendor_tax_id as vendor_tax_id,
    invoice.customer_name as customer_name,
    invoice.currency as currency,
    invoice.subtotal as subtotal,
    invoice.tax_amount as tax_amount,
    invoice.total_amount as total_amount,
    invoice.amount_due as amount_due,
    invoice.payment_terms.discount_percent as discount_percent,
    invoice.payment_terms.discount_days as discount_days,
    invoice.invoice_date as invoice_date,
    invoice.due_date as due_date,
    invoice.pages[1] as page,
    invoice.confidence as confidence,
    coalesce(len(invoice.checks), 0) as check_count,
    invoice.checks[1] as first_check,
from invoices;
