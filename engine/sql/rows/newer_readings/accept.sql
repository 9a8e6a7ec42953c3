-- Parameters: $upload_id, $now, $by, $batch_id, $accepted_version, and what the row was before:
-- $earlier_status, $earlier_confidence, $earlier_json.
update newer_readings
set
    state = 'accepted',
    batch_id = $batch_id,
    accepted_at = $now,
    accepted_by = $by,
    accepted_version = $accepted_version,
    earlier_status = $earlier_status,
    earlier_confidence = $earlier_confidence,
    earlier_json = $earlier_json
where upload_id = $upload_id and state = 'ready';
