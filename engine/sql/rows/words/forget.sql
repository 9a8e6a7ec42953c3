-- Parameters: $upload_id.
delete from document_words
where upload_id = $upload_id;
