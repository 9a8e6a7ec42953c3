-- Grain: one row per SQL question over the views that somebody kept for everybody.
-- Units: times in UTC.
create table saved_queries (
    query_id varchar primary key,
    name varchar not null,
    query_text varchar not null,
    created_at timestamptz not null,
    created_by varchar not null,
    updated_at timestamptz not null,
    updated_by varchar not null,
    row_version integer not null default 1
);
