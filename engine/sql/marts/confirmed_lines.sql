-- Grain: one bank line of a confirmed match whose records all count.
-- Parameters (null = all): $reconciliation_id, $match_id.
select
    stg_matches.reconciliation_id,
    stg_matches.match_id,
    stg_matches.invoice_ids,
    stg_transactions.transaction_id,
    stg_transactions.account_number,
    stg_transactions.transaction_date,
from live.stg_matches
inner join live.match_claims
    on
        stg_matches.reconciliation_id = match_claims.reconciliation_id
        and stg_matches.match_id = match_claims.match_id
        and match_claims.kind = 'transaction'
inner join live.stg_transactions
    on match_claims.record_id = stg_transactions.transaction_id
where
    stg_matches.decision = 'confirmed'
    and ($reconciliation_id is null or stg_matches.reconciliation_id = $reconciliation_id)
    and ($match_id is null or stg_matches.match_id = $match_id)
order by stg_matches.reconciliation_id, stg_matches.match_id, stg_transactions.transaction_id;
