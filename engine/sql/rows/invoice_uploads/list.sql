-- Grain: one row per upload, without its JSON. Parameters: $status, $search (null = all).
-- Units: amount in currency, both null when the file mixes currencies or one is not known.
select
    id,
    upload_id,
    'invoice' as kind,
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
    json_keys(vendor_summary)[1] as party,
    coalesce(len(json_keys(vendor_summary)), 0) as party_count,
    total_invoices_found as records_found,
    total_invoices_processed as records_processed,
    total_amount as amount,
    case when total_amount is not null then json_keys(currency_summary)[1] end as currency,
    date_range_start as date_start,
    date_range_end as date_end,
from production_invoice_uploads
where
    upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    and ($status is null or status = $status)
    and (
        $search is null
        or contains(lower(file_name), lower($search))
        or contains(lower(array_to_string(json_keys(vendor_summary), ' ')), lower($search))
    )
