-- Moves an upload to another status. Parameters: $upload_id, $row_version (as read), the columns.
update production_invoice_uploads
set
    status = $status,
    error_message = $error_message,
    processing_start = $processing_start,
    processing_end = $processing_end,
    processing_duration_seconds = $processing_duration_seconds,
    updated_at = $now,
    row_version = row_version + 1
where upload_id = $upload_id and row_version = $row_version;
