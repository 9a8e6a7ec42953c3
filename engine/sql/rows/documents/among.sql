-- Grain: one upload of those in $upload_ids (a list) that is still here. Parameters: $upload_ids.
select
    upload_id,
    status,
from production_invoice_uploads
where list_contains($upload_ids, upload_id)
union all
select
    upload_id,
    status,
from production_bank_uploads
where list_contains($upload_ids, upload_id);
