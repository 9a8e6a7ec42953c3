-- Grain: one upload of those asked for that is there, what is least sure first.
-- runs: reconciliations that draw on it. reason and the units as in documents.
-- Parameters: $upload_ids.
with runs as (
    select
        stg_run_sources.upload_id,
        count(distinct stg_run_sources.reconciliation_id) as runs,
    from live.stg_run_sources
    group by stg_run_sources.upload_id
)

select
    documents.kind,
    documents.upload_id,
    documents.row_version,
    documents.file_name,
    documents.status,
    documents.error_message,
    documents.party,
    documents.amount,
    documents.currency,
    documents.records_found,
    documents.confidence,
    documents.reason,
    coalesce(runs.runs, 0) as runs,
from live.documents
left join runs
    on documents.upload_id = runs.upload_id
where documents.upload_id in (select unnest($upload_ids::varchar[]))
order by documents.reason is null, documents.confidence nulls first, documents.upload_id;
