-- Ids of uploads that are still to be read, oldest first.
select upload_id
from production_invoice_uploads
where status in ('pending', 'processing')
order by upload_timestamp, id;
