-- Parameters: $upload_id.
select
    deleted_uploads.upload_id,
    deleted_uploads.deleted_at,
    deleted_uploads.deleted_by,
    document_uploads.file_name,
from deleted_uploads
inner join document_uploads
    on deleted_uploads.upload_id = document_uploads.id
where deleted_uploads.upload_id = $upload_id;
