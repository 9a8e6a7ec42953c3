-- Parameters: $id.
delete from document_uploads
where id = $id;
