-- Grain: one upload that was read and waits for a person's word, newest first.
select upload_id
from (
    select
        upload_id,
        upload_timestamp,
    from production_invoice_uploads
    where status in ('completed', 'partial')
    union all
    select
        upload_id,
        upload_timestamp,
    from production_bank_uploads
    where status in ('completed', 'partial')
) as waiting
order by upload_timestamp desc, upload_id;
