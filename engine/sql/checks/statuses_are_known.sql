-- Every upload has one of the seven statuses, and what was read has its JSON.
select
    upload_id,
    file_name,
    status,
from live.stg_uploads
where
    status not in (
        'pending', 'processing', 'completed', 'partial', 'failed', 'confirmed', 'rejected'
    )
    or (status in ('completed', 'partial', 'confirmed') and records_found is null)
order by upload_id;
