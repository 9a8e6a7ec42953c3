-- The summary columns of a reconciliation repeat what its matches add up to.
with counts as (
    select
        reconciliation_id,
        count(*) filter (where list = 'matched' and decision <> 'rejected') as matches,
        count(*) filter (where list = 'partial' and decision <> 'rejected') as partial_matches,
    from live.stg_matches
    group by reconciliation_id
)

select
    runs.reconciliation_id,
    runs.total_matches,
    coalesce(counts.matches, 0) as matches_in_json,
    runs.partial_matches,
    coalesce(counts.partial_matches, 0) as partial_in_json,
from live.stg_runs as runs
left join counts
    on runs.reconciliation_id = counts.reconciliation_id
where
    runs.total_matches is distinct from matches_in_json
    or runs.partial_matches is distinct from partial_in_json;
