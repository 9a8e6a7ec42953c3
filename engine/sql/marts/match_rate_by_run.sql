-- Grain: one row per reconciliation run, oldest first. Units: match_rate and threshold 0 to 1.
-- Parameters (null = all): $from_date, $to_date (day of the run).
select
    reconciliation_id,
    run_at,
    run_by,
    invoice_file_name,
    bank_file_name,
    threshold,
    total_invoices,
    total_transactions,
    total_matches,
    partial_matches,
    unmatched_invoices,
    unmatched_transactions,
    match_rate_percentage / 100 as match_rate,
    run_seconds,
from live.stg_runs
where
    ($from_date is null or run_at::date >= $from_date)
    and ($to_date is null or run_at::date <= $to_date)
order by run_at, id;
