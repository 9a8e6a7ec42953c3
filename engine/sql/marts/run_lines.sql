-- Grain: one bank line that counts of the chosen uploads, as screens name it.
-- Units: amount in currency, credit positive, debit negative. Parameters: $upload_ids.
select
    upload_id,
    transaction_id,
    transaction_index,
    page,
    account_number,
    transaction_date,
    description,
    counterparty,
    reference,
    type,
    currency,
    amount,
from live.stg_transactions
where list_contains($upload_ids, upload_id)
order by transaction_date nulls last, upload_id, transaction_index;
