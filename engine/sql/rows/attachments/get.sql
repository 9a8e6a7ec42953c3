-- Grain: the attachment with its file, deleted ones too. Parameters: $document_id.
select
    document_uploads.*,
    attachments.* exclude (document_id),
from attachments
inner join document_uploads
    on attachments.document_id = document_uploads.id
where attachments.document_id = $document_id;
