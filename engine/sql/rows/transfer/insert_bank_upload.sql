-- A row as another installation had it; its number is given anew. Parameters: the columns.
insert into production_bank_uploads (
    upload_id, file_name, file_path, file_hash, file_size, pages_total, mime_type,
    upload_timestamp, processing_start, processing_end, processing_duration_seconds, ocr_engine,
    confidence_score, status, bank_transaction_json, account_number, account_name, bank_name,
    statement_period_start, statement_period_end, opening_balance, closing_balance, total_debits,
    total_credits, currency, statement_type, total_transactions_found,
    total_transactions_processed, transaction_type_summary, error_message, created_at,
    updated_at, row_version
)
values (
    $upload_id, $file_name, $file_path, $file_hash, $file_size, $pages_total, $mime_type,
    $upload_timestamp, $processing_start, $processing_end, $processing_duration_seconds,
    $ocr_engine, $confidence_score, $status, $bank_transaction_json, $account_number,
    $account_name, $bank_name, $statement_period_start, $statement_period_end, $opening_balance,
    $closing_balance, $total_debits, $total_credits, $currency, $statement_type,
    $total_transactions_found, $total_transactions_processed, $transaction_type_summary,
    $error_message, $created_at, $updated_at, $row_version
);
