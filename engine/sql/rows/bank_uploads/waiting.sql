-- Ids of uploads that are still to be read, oldest first.
select upload_id
from production_bank_uploads
where
    status in ('pending', 'processing')
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
order by upload_timestamp, id;
