-- Parameters: $query_id, $query_text, $now, $by.
update saved_queries
set
    query_text = $query_text,
    updated_at = $now,
    updated_by = $by,
    row_version = row_version + 1
where query_id = $query_id;
