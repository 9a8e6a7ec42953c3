-- Parameters: $view_id, $owner.
delete from saved_views
where view_id = $view_id and owner = $owner;
