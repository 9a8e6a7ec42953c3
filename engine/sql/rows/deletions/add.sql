-- Parameters: $upload_id, $now, $by.
insert into deleted_uploads (upload_id, deleted_at, deleted_by)
values ($upload_id, $now, $by);
