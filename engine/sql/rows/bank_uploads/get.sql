-- One row with its JSON; none when it is deleted. Parameters: $upload_id.
select *
from production_bank_uploads
where
    upload_id = $upload_id
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads);
