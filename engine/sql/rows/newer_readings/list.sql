-- Grain: one upload with a newer reading, without what it says, the one asked for first first.
-- Of those in the bin there is none. Parameters: $state, $batch_id (null = all).
select
    upload_id,
    state,
    engine_version,
    asked_at,
    asked_by,
    read_at,
    error_message,
    batch_id,
    accepted_at,
    accepted_by,
    accepted_version,
from newer_readings
where
    ($state is null or state = $state)
    and ($batch_id is null or batch_id = $batch_id)
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
order by asked_at, upload_id;
