-- Parameters: $upload_id, $engine_version, $now, $status, $reading_json.
update newer_readings
set
    state = 'ready',
    engine_version = $engine_version,
    read_at = $now,
    error_message = null,
    reading_status = $status,
    reading_json = $reading_json
where upload_id = $upload_id and state = 'waiting';
