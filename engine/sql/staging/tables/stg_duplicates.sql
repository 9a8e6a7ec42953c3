-- Grain: one record that a run found to be a copy of another, which counts (kept_id).
create table if not exists live.stg_duplicates (
    row_key varchar not null,
    reconciliation_id varchar not null,
    kind varchar not null,
    kept_id varchar not null,
    record_id varchar not null
);
