-- One row with its JSON, in the bin or not. Parameters: $upload_id.
select *
from production_bank_uploads
where upload_id = $upload_id;
