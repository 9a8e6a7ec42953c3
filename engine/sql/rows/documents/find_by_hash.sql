-- The upload of either kind that holds the same bytes, the earliest first. Parameters: $file_hash.
select
    'invoice' as kind,
    upload_id,
    file_name,
    upload_timestamp,
from production_invoice_uploads
where file_hash = $file_hash
union all
select
    'bank' as kind,
    upload_id,
    file_name,
    upload_timestamp,
from production_bank_uploads
where file_hash = $file_hash
order by upload_timestamp, upload_id
limit 1;
