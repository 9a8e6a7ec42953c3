-- What an update must know first. Parameters: $upload_id.
select
    file_name,
    status,
    row_version,
    processing_start,
    processing_end,
    error_message,
    pages_total,
    confidence_score
from production_invoice_uploads
where
    upload_id = $upload_id
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads);
