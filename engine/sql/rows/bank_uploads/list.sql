-- Grain: one row per upload, without its JSON. Parameters: $status, $search (null = all).
-- Units: amount is the closing balance, in currency.
select
    id,
    upload_id,
    'bank' as kind,
    file_name,
    file_size,
    pages_total,
    mime_type,
    status,
    confidence_score,
    error_message,
    upload_timestamp,
    processing_duration_seconds,
    updated_at,
    row_version,
    bank_name as party,
    (bank_name is not null)::bigint as party_count,
    total_transactions_found as records_found,
    total_transactions_processed as records_processed,
    closing_balance as amount,
    currency,
    statement_period_start as date_start,
    statement_period_end as date_end,
from production_bank_uploads
where
    upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    and ($status is null or status = $status)
    and (
        $search is null
        or contains(lower(file_name), lower($search))
        or contains(lower(coalesce(bank_name, '')), lower($search))
        or contains(lower(coalesce(account_name, '')), lower($search))
        or contains(lower(coalesce(account_number, '')), lower($search))
    )
