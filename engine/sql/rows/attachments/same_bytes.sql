-- The newest version of a paper of these bytes that is attached to the same record.
-- Parameters: $file_hash, $related_module, $related_id (both null: attached to none).
select
    attachments.document_id,
    document_uploads.file_name,
    document_uploads.upload_at,
from attachments
inner join document_uploads
    on attachments.document_id = document_uploads.id
where
    document_uploads.file_hash = $file_hash
    and document_uploads.related_module is not distinct from $related_module
    and document_uploads.related_id is not distinct from $related_id
    and attachments.replaced_by is null
    and attachments.deleted_at is null
order by document_uploads.upload_at, attachments.document_id
limit 1;
