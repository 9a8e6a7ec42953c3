-- One row with its JSON, in the bin or not. Parameters: $upload_id.
select *
from production_invoice_uploads
where upload_id = $upload_id;
