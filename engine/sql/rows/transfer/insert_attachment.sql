-- A row as another installation had it; its number is given anew. Parameters: the columns.
insert into attachments (
    document_id, series_id, version, replaced_by, status, error_message, pages_total,
    document_number, document_date, party, total_amount, currency, attachment_json, deleted_at,
    deleted_by, updated_at, row_version
)
values (
    $document_id, $series_id, $version, $replaced_by, $status, $error_message, $pages_total,
    $document_number, $document_date, $party, $total_amount, $currency, $attachment_json,
    $deleted_at, $deleted_by, $updated_at, $row_version
);
