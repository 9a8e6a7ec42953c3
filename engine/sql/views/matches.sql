-- Grain: one match of a run, whatever its decision. amount_matched: positive, in currency;
-- difference: paid less billed. in_force: it counts as payment now.
select
    stg_matches.reconciliation_id,
    stg_matches.match_id,
    stg_matches.list,
    stg_matches.kind,
    stg_matches.settlement,
    stg_matches.decision,
    stg_matches.decided_by,
    stg_matches.decided_at,
    stg_matches.currency,
    stg_matches.amount_matched,
    stg_matches.difference,
    stg_matches.difference_treatment,
    stg_matches.confidence,
    stg_matches.is_tied,
    coalesce(match_standing.in_force, false) as in_force,
    stg_matches.invoice_ids,
    stg_matches.transaction_ids,
from live.stg_matches
left join live.match_standing
    on
        stg_matches.reconciliation_id = match_standing.reconciliation_id
        and stg_matches.match_id = match_standing.match_id;
