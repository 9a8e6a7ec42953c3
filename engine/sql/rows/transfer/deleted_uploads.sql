-- Grain: one upload that is in the bin.
select *
from deleted_uploads
order by deleted_at, upload_id;
