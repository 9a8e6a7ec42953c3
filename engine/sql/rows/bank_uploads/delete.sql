-- Parameters: $upload_id.
delete from production_bank_uploads
where upload_id = $upload_id;
