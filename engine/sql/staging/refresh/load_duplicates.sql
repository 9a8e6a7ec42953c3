-- Rows of stg_duplicates from the stale runs: copies only, no second payments.
insert into live.stg_duplicates by name
with found as (
    select
        reconciliation_id,
        unnest(document.unmatched.duplicates) as duplicate,
    from live.parsed_runs
)

select
    reconciliation_id as row_key,
    reconciliation_id,
    case when duplicate.kind = 'invoice' then 'invoice' else 'transaction' end as kind,
    duplicate.kept_id as kept_id,
    unnest(duplicate.other_ids) as record_id,
from found
where duplicate.kind in ('invoice', 'bank_line') and duplicate.kept_id is not null;
