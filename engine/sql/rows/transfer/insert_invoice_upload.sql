-- A row as another installation had it; its number is given anew. Parameters: the columns.
insert into production_invoice_uploads (
    upload_id, file_name, file_path, file_hash, file_size, pages_total, mime_type,
    upload_timestamp, processing_start, processing_end, processing_duration_seconds, ocr_engine,
    confidence_score, status, invoice_json, total_invoices_found, total_invoices_processed,
    total_amount, currency_summary, vendor_summary, date_range_start, date_range_end,
    error_message, created_at, updated_at, row_version
)
values (
    $upload_id, $file_name, $file_path, $file_hash, $file_size, $pages_total, $mime_type,
    $upload_timestamp, $processing_start, $processing_end, $processing_duration_seconds,
    $ocr_engine, $confidence_score, $status, $invoice_json, $total_invoices_found,
    $total_invoices_processed, $total_amount, $currency_summary, $vendor_summary,
    $date_range_start, $date_range_end, $error_message, $created_at, $updated_at, $row_version
);
