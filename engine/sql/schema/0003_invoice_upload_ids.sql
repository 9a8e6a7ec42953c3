-- Numbers for production_invoice_uploads.id.
create sequence invoice_upload_ids;
