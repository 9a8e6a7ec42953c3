-- Grain: one upload that was read and waits for a person's word, newest first; no deleted ones.
select upload_id
from (
    select
        upload_id,
        upload_timestamp,
    from production_invoice_uploads
    where
        status in ('completed', 'partial')
        and upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    union all
    select
        upload_id,
        upload_timestamp,
    from production_bank_uploads
    where
        status in ('completed', 'partial')
        and upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
) as waiting
where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
order by upload_timestamp desc, upload_id;
