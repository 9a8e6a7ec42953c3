-- Rows of stg_reasons from the stale runs.
insert into live.stg_reasons by name
with matches as (
    select
        reconciliation_id,
        unnest(document.matched) as found,
    from live.parsed_runs
    union all
    select
        reconciliation_id,
        unnest(document.partial) as found,
    from live.parsed_runs
),

reasons as (
    select
        reconciliation_id,
        found.match_id as match_id,
        unnest(found.reasons) as reason,
        generate_subscripts(found.reasons, 1) as reason_index,
    from matches
)

select
    reconciliation_id as row_key,
    reconciliation_id,
    match_id,
    reason_index,
    reason.name as name,
    reason.log_odds as log_odds,
    reason.score as score,
    reason.evidence as evidence,
from reasons;
