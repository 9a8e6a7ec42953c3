-- Grain: one row per schema file that was applied to this database.
create table if not exists schema_migrations (
    version integer primary key,
    name varchar not null,
    applied_at timestamptz not null
);
