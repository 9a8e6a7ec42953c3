-- Grain: one upload of those in $upload_ids (a list) that is here and not deleted.
-- Parameters: $upload_ids.
select
    upload_id,
    'invoice' as kind,
    status,
    row_version,
from production_invoice_uploads
where
    list_contains($upload_ids, upload_id)
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
union all
select
    upload_id,
    'bank' as kind,
    status,
    row_version,
from production_bank_uploads
where
    list_contains($upload_ids, upload_id)
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads);
