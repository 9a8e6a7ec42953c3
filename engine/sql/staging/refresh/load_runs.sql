-- One row of stg_runs per stale run.
insert into live.stg_runs by name
select
    reconciliation_id as row_key,
    reconciliation_id,
    id,
    row_version,
    invoice_file_name,
    bank_file_name,
    confidence_threshold as threshold,
    total_invoices_processed as total_invoices,
    total_transactions_processed as total_transactions,
    total_matches_found as total_matches,
    partial_matches,
    unmatched_invoices,
    unmatched_transactions,
    match_rate_percentage,
    json_bytes,
    reconciliation_duration_seconds as run_seconds,
    reconciliation_timestamp as run_at,
    document.reconciliation_info.run_by as run_by,
from live.parsed_runs;
