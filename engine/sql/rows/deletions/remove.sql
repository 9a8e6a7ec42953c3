-- Parameters: $upload_id.
delete from deleted_uploads
where upload_id = $upload_id;
