-- Grain: one status that uploads of this kind have, with how many of them; not those in the bin.
select
    status,
    count(*) as uploads,
from production_invoice_uploads
where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
group by status
order by status;
