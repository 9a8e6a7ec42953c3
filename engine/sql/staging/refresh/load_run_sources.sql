-- Rows of stg_run_sources from the stale runs.
insert into live.stg_run_sources by name
with sources as (
    select
        reconciliation_id,
        unnest(document.source_documents) as source,
    from live.parsed_runs
)

select
    reconciliation_id as row_key,
    reconciliation_id,
    source.upload_id as upload_id,
    source.kind as kind,
from sources;
