-- Grain: one upload of invoices, in the bin or not, in the order of their coming.
select upload_id
from production_invoice_uploads
order by id;
