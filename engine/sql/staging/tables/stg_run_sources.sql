-- Grain: one upload that a run drew on.
create table if not exists live.stg_run_sources (
    row_key varchar not null,
    reconciliation_id varchar not null,
    upload_id varchar not null,
    kind varchar not null
);
