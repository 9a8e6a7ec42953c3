-- What a match made by hand moves from lines to invoices is what it says that it matches.
with moved as (
    select
        reconciliation_id,
        match_id,
        amount_matched,
        case
            when difference_treatment in ('open', 'overpayment') then 0
            else greatest(difference, 0)
        end as beyond,
        abs(list_sum(list_transform(allocations, lambda part: part.amount))) as amount_moved,
    from live.stg_matches
    where is_manual
)

select
    reconciliation_id,
    match_id,
    amount_matched,
    amount_moved,
from moved
where amount_moved is distinct from amount_matched + beyond
order by reconciliation_id, match_id;
