-- Parameters: $query_id.
delete from saved_queries
where query_id = $query_id;
