-- Parameters: $query_id, $name, $query_text, $now, $by.
insert into saved_queries (
    query_id, name, query_text, created_at, created_by, updated_at, updated_by
)
values ($query_id, $name, $query_text, $now, $by, $now, $by);
