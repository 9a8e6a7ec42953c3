-- Grain: one upload of either kind without its JSON: first what is being read, in the order in
-- which it is, then the newest. Columns as in the lists of each kind.
-- running: how many uploads wait or are being read; all_uploads: how many there are.
-- Parameters: $limit.
with uploads as (
    select
        id,
        upload_id,
        'invoice' as kind,
        status,
        upload_timestamp,
    from production_invoice_uploads
    where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    union all
    select
        id,
        upload_id,
        'bank' as kind,
        status,
        upload_timestamp,
    from production_bank_uploads
    where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
),

counted as (
    select
        count(*) as all_uploads,
        count(*) filter (where status in ('pending', 'processing')) as running,
    from uploads
),

latest as (
    select *
    from uploads
    order by
        case status when 'processing' then 0 when 'pending' then 1 else 2 end,
        case when status in ('pending', 'processing') then epoch(upload_timestamp) end,
        upload_timestamp desc,
        upload_id
    limit $limit
),

rows_of_both as (
    select
        production_invoice_uploads.id,
        production_invoice_uploads.upload_id,
        'invoice' as kind,
        production_invoice_uploads.file_name,
        production_invoice_uploads.file_size,
        production_invoice_uploads.pages_total,
        production_invoice_uploads.mime_type,
        production_invoice_uploads.status,
        production_invoice_uploads.confidence_score,
        production_invoice_uploads.error_message,
        production_invoice_uploads.upload_timestamp,
        production_invoice_uploads.processing_duration_seconds,
        production_invoice_uploads.updated_at,
        production_invoice_uploads.row_version,
        json_keys(production_invoice_uploads.vendor_summary)[1] as party,
        coalesce(len(json_keys(production_invoice_uploads.vendor_summary)), 0) as party_count,
        production_invoice_uploads.total_invoices_found as records_found,
        production_invoice_uploads.total_invoices_processed as records_processed,
        production_invoice_uploads.total_amount as amount,
        case
            when production_invoice_uploads.total_amount is not null
                then json_keys(production_invoice_uploads.currency_summary)[1]
        end as currency,
        production_invoice_uploads.date_range_start as date_start,
        production_invoice_uploads.date_range_end as date_end,
    from production_invoice_uploads
    inner join latest
        on production_invoice_uploads.upload_id = latest.upload_id
    union all
    select
        production_bank_uploads.id,
        production_bank_uploads.upload_id,
        'bank' as kind,
        production_bank_uploads.file_name,
        production_bank_uploads.file_size,
        production_bank_uploads.pages_total,
        production_bank_uploads.mime_type,
        production_bank_uploads.status,
        production_bank_uploads.confidence_score,
        production_bank_uploads.error_message,
        production_bank_uploads.upload_timestamp,
        production_bank_uploads.processing_duration_seconds,
        production_bank_uploads.updated_at,
        production_bank_uploads.row_version,
        production_bank_uploads.bank_name as party,
        (production_bank_uploads.bank_name is not null)::bigint as party_count,
        production_bank_uploads.total_transactions_found as records_found,
        production_bank_uploads.total_transactions_processed as records_processed,
        production_bank_uploads.closing_balance as amount,
        production_bank_uploads.currency,
        production_bank_uploads.statement_period_start as date_start,
        production_bank_uploads.statement_period_end as date_end,
    from production_bank_uploads
    inner join latest
        on production_bank_uploads.upload_id = latest.upload_id
)

select
    rows_of_both.*,
    counted.running,
    counted.all_uploads,
from rows_of_both, counted
order by
    case rows_of_both.status when 'processing' then 0 when 'pending' then 1 else 2 end,
    case
        when rows_of_both.status in ('pending', 'processing')
            then epoch(rows_of_both.upload_timestamp)
    end,
    rows_of_both.upload_timestamp desc,
    rows_of_both.upload_id;
