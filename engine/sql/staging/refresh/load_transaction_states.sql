-- See tables/transaction_states.sql for what the columns mean.
insert into live.transaction_states by name
with held as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        stg_matches.decision,
        stg_matches.settlement,
        stg_matches.confidence,
        match_standing.rank,
        match_standing.in_force,
        unnest(stg_matches.transaction_ids) as transaction_id,
    from live.stg_matches
    inner join live.match_standing
        on
            stg_matches.reconciliation_id = match_standing.reconciliation_id
            and stg_matches.match_id = match_standing.match_id
)

select
    transaction_id,
    case
        when in_force and settlement = 'full' then 'matched'
        when in_force then 'partial'
        else 'suggested'
    end as match_state,
    reconciliation_id,
    match_id,
    decision,
    confidence as match_confidence,
from held
qualify row_number() over (partition by transaction_id order by in_force desc, rank) = 1;
