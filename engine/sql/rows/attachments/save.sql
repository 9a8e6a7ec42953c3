-- Parameters: $document_id and the columns that change; the row's version rises.
update attachments
set
    status = $status,
    error_message = $error_message,
    pages_total = $pages_total,
    replaced_by = $replaced_by,
    document_number = $document_number,
    document_date = $document_date,
    party = $party,
    total_amount = $total_amount,
    currency = $currency,
    attachment_json = $attachment_json,
    deleted_at = $deleted_at,
    deleted_by = $deleted_by,
    updated_at = $now,
    row_version = row_version + 1
where document_id = $document_id;
