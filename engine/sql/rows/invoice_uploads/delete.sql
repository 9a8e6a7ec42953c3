-- Parameters: $upload_id.
delete from production_invoice_uploads
where upload_id = $upload_id;
