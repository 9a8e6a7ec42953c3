-- Rows of stg_line_items from the stale uploads whose invoices count.
insert into live.stg_line_items by name
with invoices as (
    select
        upload_id,
        unnest(document.invoices) as invoice,
    from live.parsed_invoice_uploads
    where status in ('completed', 'partial', 'confirmed')
),

lines as (
    select
        upload_id,
        invoice.invoice_id as invoice_id,
        unnest(invoice.line_items) as line,
        generate_subscripts(invoice.line_items, 1) as line_index,
    from invoices
)

select
    upload_id as row_key,
    upload_id,
    invoice_id,
    line_index,
    line.description as description,
    line.quantity as quantity,
    line.unit_price as unit_price,
    line.tax_rate as tax_rate,
    line.amount as amount,
from lines;
