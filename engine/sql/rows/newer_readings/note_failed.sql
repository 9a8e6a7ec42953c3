-- Parameters: $upload_id, $now, $error_message.
update newer_readings
set
    state = 'failed',
    read_at = $now,
    error_message = $error_message
where upload_id = $upload_id and state = 'waiting';
