-- Which table holds an upload. Parameters: $upload_id.
select 'invoice' as kind
from production_invoice_uploads
where upload_id = $upload_id
union all
select 'bank' as kind
from production_bank_uploads
where upload_id = $upload_id;
