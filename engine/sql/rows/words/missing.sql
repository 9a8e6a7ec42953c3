-- Ids of uploads that were read and of which no word can be searched, the newest first.
with uploads as (
    select
        upload_id,
        upload_timestamp,
        status,
    from production_invoice_uploads
    union all
    select
        upload_id,
        upload_timestamp,
        status,
    from production_bank_uploads
)

select uploads.upload_id
from uploads
where
    uploads.status in ('completed', 'partial', 'confirmed', 'rejected')
    and uploads.upload_id not in (select document_words.upload_id from document_words)
order by uploads.upload_timestamp desc, uploads.upload_id;
