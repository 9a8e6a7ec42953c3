-- Parameters: $upload_id.
delete from newer_readings
where upload_id = $upload_id;
