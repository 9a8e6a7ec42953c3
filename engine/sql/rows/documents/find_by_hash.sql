-- The upload of either kind that holds the same bytes, the earliest first; a deleted one too.
-- Parameters: $file_hash.
with uploads as (
    select
        'invoice' as kind,
        upload_id,
        file_name,
        upload_timestamp,
    from production_invoice_uploads
    where file_hash = $file_hash
    union all
    select
        'bank' as kind,
        upload_id,
        file_name,
        upload_timestamp,
    from production_bank_uploads
    where file_hash = $file_hash
)

select
    uploads.*,
    deleted_uploads.deleted_at,
from uploads
left join deleted_uploads
    on uploads.upload_id = deleted_uploads.upload_id
order by uploads.upload_timestamp, uploads.upload_id
limit 1;
