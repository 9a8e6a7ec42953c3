-- Grain: one transaction that counts, with the state of its match.
create view if not exists live.transactions as
select
    stg_transactions.* exclude (row_key),
    coalesce(transaction_states.match_state, 'unmatched') as match_state,
    transaction_states.reconciliation_id,
    transaction_states.match_id,
    transaction_states.decision,
    transaction_states.match_confidence,
from live.stg_transactions
left join live.transaction_states
    on stg_transactions.transaction_id = transaction_states.transaction_id;
