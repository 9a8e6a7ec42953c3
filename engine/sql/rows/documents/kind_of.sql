-- Which table holds an upload that is not deleted. Parameters: $upload_id.
select 'invoice' as kind
from production_invoice_uploads
where
    upload_id = $upload_id
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
union all
select 'bank' as kind
from production_bank_uploads
where
    upload_id = $upload_id
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads);
