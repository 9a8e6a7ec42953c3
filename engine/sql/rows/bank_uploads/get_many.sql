-- The rows of $upload_ids (a list) with their JSON, but for deleted ones. Parameters: $upload_ids.
select *
from production_bank_uploads
where
    list_contains($upload_ids, upload_id)
    and upload_id not in (select deleted_uploads.upload_id from deleted_uploads);
