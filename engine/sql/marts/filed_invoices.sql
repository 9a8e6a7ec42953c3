-- Grain: one invoice with the file that it came in, in the order in which files were uploaded.
select
    stg_invoices.invoice_id,
    stg_invoices.document_type,
    stg_invoices.direction,
    stg_invoices.invoice_number,
    stg_invoices.invoice_date,
    stg_invoices.vendor_name,
    stg_invoices.customer_name,
    stg_invoices.currency,
    stg_invoices.total_amount,
    stg_invoices.iban,
    stg_uploads.upload_id,
    stg_uploads.file_name,
from live.stg_invoices
inner join live.stg_uploads
    on stg_invoices.upload_id = stg_uploads.upload_id
order by stg_uploads.uploaded_at, stg_uploads.upload_id, stg_invoices.invoice_index;
