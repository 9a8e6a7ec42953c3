-- Grain: one reconciliation run. threshold: 0 to 1; match_rate_percentage: 0 to 100.
select
    reconciliation_id,
    run_at,
    run_by,
    threshold,
    invoice_file_name,
    bank_file_name,
    total_invoices,
    total_transactions,
    total_matches,
    partial_matches,
    unmatched_invoices,
    unmatched_transactions,
    match_rate_percentage,
    run_seconds,
from live.stg_runs;
