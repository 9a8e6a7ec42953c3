-- Grain: one of the chosen bank lines that count, as the matcher takes it.
-- Units: amount in currency, credit positive, debit negative. Parameters: $transaction_ids.
select
    transaction_id,
    account_number,
    transaction_date as date,
    amount,
    currency,
    description,
    reference,
    counterparty,
from live.stg_transactions
where list_contains($transaction_ids, transaction_id)
order by transaction_id;
