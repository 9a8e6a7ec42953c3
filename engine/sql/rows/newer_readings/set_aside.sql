-- Parameters: $upload_id.
update newer_readings
set
    state = 'set_aside',
    reading_json = null
where upload_id = $upload_id and state in ('ready', 'failed');
