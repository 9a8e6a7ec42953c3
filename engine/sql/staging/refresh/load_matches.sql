-- Rows of stg_matches from the stale runs.
insert into live.stg_matches by name
with matches as (
    select
        reconciliation_id,
        'matched' as list,
        unnest(document.matched) as found,
    from live.parsed_runs
    union all
    select
        reconciliation_id,
        'partial' as list,
        unnest(document.partial) as found,
    from live.parsed_runs
)

select
    reconciliation_id as row_key,
    reconciliation_id,
    found.match_id as match_id,
    list,
    found.kind as kind,
    found.settlement as settlement,
    found.decision as decision,
    found.decided_by as decided_by,
    found.difference_treatment as difference_treatment,
    found.currency as currency,
    found.amount_matched as amount_matched,
    found.difference as difference,
    found.confidence as confidence,
    coalesce(found.is_tied, false) as is_tied,
    found.decided_at as decided_at,
    coalesce(found.is_manual, false) as is_manual,
    found.invoice_ids as invoice_ids,
    found.transaction_ids as transaction_ids,
    found.allocations as allocations,
from matches;
