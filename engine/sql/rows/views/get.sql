-- Parameters: $screen, $owner, $name.
select view_id
from saved_views
where screen = $screen and owner = $owner and name = $name;
