-- The one update that writes JSON, summary columns and status together.
-- Parameters: $upload_id, $row_version (as read), the columns.
update production_bank_uploads
set
    bank_transaction_json = $document,
    account_number = $account_number,
    account_name = $account_name,
    bank_name = $bank_name,
    statement_period_start = $statement_period_start,
    statement_period_end = $statement_period_end,
    opening_balance = $opening_balance,
    closing_balance = $closing_balance,
    total_debits = $total_debits,
    total_credits = $total_credits,
    currency = $currency,
    statement_type = $statement_type,
    total_transactions_found = $total_transactions_found,
    total_transactions_processed = $total_transactions_processed,
    transaction_type_summary = $transaction_type_summary,
    ocr_engine = $ocr_engine,
    pages_total = $pages_total,
    confidence_score = $confidence_score,
    status = $status,
    error_message = $error_message,
    processing_start = $processing_start,
    processing_end = $processing_end,
    processing_duration_seconds = $processing_duration_seconds,
    updated_at = $now,
    row_version = row_version + 1
where upload_id = $upload_id and row_version = $row_version;
