-- The one update that writes JSON, summary columns and status together.
-- Parameters: $upload_id, $row_version (as read), the columns.
update production_invoice_uploads
set
    invoice_json = $document,
    total_invoices_found = $total_invoices_found,
    total_invoices_processed = $total_invoices_processed,
    total_amount = $total_amount,
    currency_summary = $currency_summary,
    vendor_summary = $vendor_summary,
    date_range_start = $date_range_start,
    date_range_end = $date_range_end,
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
