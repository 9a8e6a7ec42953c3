-- Grain: one kept question, by name.
select
    query_id,
    name,
    query_text,
    created_at,
    created_by,
    updated_at,
    updated_by,
    row_version,
from saved_queries
order by lower(name), query_id;
