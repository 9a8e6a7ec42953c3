-- Parameters: $view_id, $state_json, $now.
update saved_views
set
    state_json = $state_json,
    updated_at = $now
where view_id = $view_id;
