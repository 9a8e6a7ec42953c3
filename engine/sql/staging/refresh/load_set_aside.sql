-- Rows of stg_set_aside from the stale runs.
insert into live.stg_set_aside by name
with found as (
    select
        reconciliation_id,
        unnest(document.unmatched.set_aside) as aside,
    from live.parsed_runs
)

select
    reconciliation_id as row_key,
    reconciliation_id,
    unnest(aside.transaction_ids) as transaction_id,
    aside.kind as kind,
    aside.evidence as evidence,
    aside.rule as rule,
from found;
