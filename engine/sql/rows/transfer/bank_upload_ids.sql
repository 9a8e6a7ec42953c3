-- Grain: one statement's upload, in the bin or not, in the order of their coming.
select upload_id
from production_bank_uploads
order by id;
