-- Grain: one row of a production table that is to be unnested again, or was deleted.
-- row_key is the upload_id or reconciliation_id; row_version is null for a deleted row.
-- records: about how many nested records it holds.
create table if not exists live.stale_rows (
    kind varchar not null,
    row_key varchar not null,
    row_version integer,
    records bigint not null
);
