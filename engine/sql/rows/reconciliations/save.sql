-- The one update that writes JSON and summary columns together.
-- Parameters: $reconciliation_id, $row_version (as read), the columns.
update production_reconciliation_matches
set
    reconciliation_match_json = $document,
    total_invoices_processed = $total_invoices_processed,
    total_transactions_processed = $total_transactions_processed,
    total_matches_found = $total_matches_found,
    partial_matches = $partial_matches,
    unmatched_invoices = $unmatched_invoices,
    unmatched_transactions = $unmatched_transactions,
    total_amount_matched = $total_amount_matched,
    match_rate_percentage = $match_rate_percentage,
    updated_at = $now,
    row_version = row_version + 1
where reconciliation_id = $reconciliation_id and row_version = $row_version;
