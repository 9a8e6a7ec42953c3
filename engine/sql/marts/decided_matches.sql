-- Grain: one match that was confirmed or rejected, the oldest decision first. decided_by is
-- 'automatic' where nobody looked at it.
select
    reconciliation_id,
    match_id,
    decision,
    decided_at,
    decided_by,
    is_manual,
    kind,
    difference_treatment,
    invoice_ids,
    transaction_ids,
from live.stg_matches
where decision <> 'proposed'
order by decided_at nulls first, reconciliation_id, match_id;
