-- Grain: one bank line, where it is booked. Parameters: $transaction_ids (null = all).
select
    transaction_id,
    account_number,
    transaction_date,
from live.stg_transactions
where $transaction_ids is null or list_contains($transaction_ids, transaction_id)
order by transaction_id;
