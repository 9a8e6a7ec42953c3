-- Grain: one row of a production table at the version that is unnested here.
create table if not exists live.loaded_rows (
    kind varchar not null,
    row_key varchar not null,
    row_version integer not null
);
