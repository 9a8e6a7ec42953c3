-- The views of a screen that somebody named, by name. Parameters: $screen, $owner.
select
    view_id,
    screen,
    owner,
    name,
    state_json::varchar as state_json,
    created_at,
    updated_at,
from saved_views
where screen = $screen and owner = $owner
order by lower(name), name;
