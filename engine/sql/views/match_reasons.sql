-- Grain: one reason of a match. log_odds: they add up to those of the confidence; score: -1
-- (speaks against) to 1 (speaks for).
select
    reconciliation_id,
    match_id,
    reason_index,
    name,
    log_odds,
    score,
    evidence,
from live.stg_reasons;
