-- Every upload has its row in document_uploads, with the same bytes.
with uploads as (
    select
        upload_id,
        file_hash,
        file_path,
    from production_invoice_uploads
    union all
    select
        upload_id,
        file_hash,
        file_path,
    from production_bank_uploads
)

select uploads.upload_id
from uploads
left join document_uploads
    on
        uploads.upload_id = document_uploads.id
        and uploads.file_hash = document_uploads.file_hash
        and uploads.file_path = document_uploads.file_path
where document_uploads.id is null
order by uploads.upload_id;
