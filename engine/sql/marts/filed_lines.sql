-- Grain: one bank line with the statement that it came in, in the order of upload.
-- Parameters (null = all): $from_date, $to_date (day of the line).
select
    stg_transactions.transaction_id,
    stg_transactions.account_number,
    stg_transactions.transaction_date,
    stg_transactions.amount,
    stg_transactions.balance,
    stg_transactions.currency,
    stg_transactions.description,
    stg_uploads.upload_id,
    stg_uploads.file_name,
from live.stg_transactions
inner join live.stg_uploads
    on stg_transactions.upload_id = stg_uploads.upload_id
where
    ($from_date is null or stg_transactions.transaction_date >= $from_date)
    and ($to_date is null or stg_transactions.transaction_date <= $to_date)
order by stg_uploads.uploaded_at, stg_uploads.upload_id, stg_transactions.transaction_index;
