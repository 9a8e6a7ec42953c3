-- Ids of the attachments that were not read yet, the oldest first.
select attachments.document_id
from attachments
inner join document_uploads
    on attachments.document_id = document_uploads.id
where attachments.status = 'pending' and attachments.deleted_at is null
order by document_uploads.upload_at, attachments.document_id;
