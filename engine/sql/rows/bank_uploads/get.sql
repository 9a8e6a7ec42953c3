-- One row with its JSON. Parameters: $upload_id.
select *
from production_bank_uploads
where upload_id = $upload_id;
