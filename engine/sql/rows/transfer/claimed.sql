-- The upload that holds these bytes, in the bin or not. Parameters: $file_hash.
select upload_id
from production_invoice_uploads
where file_hash = $file_hash
union all
select upload_id
from production_bank_uploads
where file_hash = $file_hash
limit 1;
