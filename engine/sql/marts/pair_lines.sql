-- Grain: one bank line of $transaction_ids. Units: amount in currency, credit positive.
-- Parameters: $transaction_ids (null = all).
select
    upload_id,
    transaction_id,
    transaction_index,
    page,
    account_number,
    bank_name,
    transaction_date,
    value_date,
    description,
    counterparty,
    reference,
    currency,
    amount,
    match_state,
from live.transactions
where $transaction_ids is null or list_contains($transaction_ids, transaction_id)
order by transaction_date, transaction_id;
