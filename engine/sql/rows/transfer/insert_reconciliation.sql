-- A row as another installation had it; its number is given anew. Parameters: the columns.
insert into production_reconciliation_matches (
    reconciliation_id, invoice_upload_id, bank_upload_id, invoice_file_name, bank_file_name,
    reconciliation_timestamp, reconciliation_duration_seconds, matching_algorithm,
    confidence_threshold, status, reconciliation_match_json, total_invoices_processed,
    total_transactions_processed, total_matches_found, partial_matches, unmatched_invoices,
    unmatched_transactions, total_amount_matched, match_rate_percentage, error_message,
    created_at, updated_at, row_version
)
values (
    $reconciliation_id, $invoice_upload_id, $bank_upload_id, $invoice_file_name, $bank_file_name,
    $reconciliation_timestamp, $reconciliation_duration_seconds, $matching_algorithm,
    $confidence_threshold, $status, $reconciliation_match_json, $total_invoices_processed,
    $total_transactions_processed, $total_matches_found, $partial_matches, $unmatched_invoices,
    $unmatched_transactions, $total_amount_matched, $match_rate_percentage, $error_message,
    $created_at, $updated_at, $row_version
);
