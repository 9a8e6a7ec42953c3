-- Parameters: $upload_id, $engine_version, $now, $by.
insert into newer_readings (upload_id, state, engine_version, asked_at, asked_by)
values ($upload_id, 'waiting', $engine_version, $now, $by);
