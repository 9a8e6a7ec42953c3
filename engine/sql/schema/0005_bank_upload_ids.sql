-- Numbers for production_bank_uploads.id.
create sequence bank_upload_ids;
