-- Parameters: $document_id.
delete from attachments
where document_id = $document_id;
