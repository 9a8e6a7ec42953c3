-- Grain: one match that a person confirmed or rejected, the oldest decision first.
select
    reconciliation_id,
    match_id,
    decision,
    decided_at,
    kind,
    difference_treatment,
    invoice_ids,
    transaction_ids,
from live.stg_matches
where decision <> 'proposed'
order by decided_at nulls first, reconciliation_id, match_id;
