-- Grain: one upload that is deleted and can be restored, the one deleted last first.
-- party: the bank, or the first vendor. total_rows: without limit. Parameters: $limit, $offset.
with uploads as (
    select
        'invoice' as kind,
        upload_id,
        status,
        upload_timestamp,
        json_keys(vendor_summary)[1] as party,
        total_invoices_found as records_found,
        pages_total,
    from production_invoice_uploads
    union all
    select
        'bank' as kind,
        upload_id,
        status,
        upload_timestamp,
        bank_name as party,
        total_transactions_found as records_found,
        pages_total,
    from production_bank_uploads
)

select
    uploads.kind,
    uploads.upload_id,
    document_uploads.file_name,
    document_uploads.file_size,
    uploads.status,
    uploads.party,
    uploads.records_found,
    uploads.pages_total,
    uploads.upload_timestamp as uploaded_at,
    deleted_uploads.deleted_at,
    deleted_uploads.deleted_by,
    count(*) over () as total_rows,
from deleted_uploads
inner join uploads
    on deleted_uploads.upload_id = uploads.upload_id
inner join document_uploads
    on deleted_uploads.upload_id = document_uploads.id
order by deleted_uploads.deleted_at desc, deleted_uploads.upload_id
limit $limit offset $offset;
