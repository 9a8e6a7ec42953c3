-- Parameters: the columns; $now is the time of both.
insert into saved_views (view_id, screen, owner, name, state_json, created_at, updated_at)
values ($view_id, $screen, $owner, $name, $state_json, $now, $now);
