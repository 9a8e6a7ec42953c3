-- Parameters: $upload_id.
update newer_readings
set
    state = 'ready',
    batch_id = null,
    accepted_at = null,
    accepted_by = null,
    accepted_version = null,
    earlier_status = null,
    earlier_confidence = null,
    earlier_json = null
where upload_id = $upload_id and state = 'accepted';
