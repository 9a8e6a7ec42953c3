-- Grain: one upload that was read by another engine than $engine_version and can be read anew, the
-- one read first first. Parameters: $engine_version.
select
    kind,
    upload_id,
    file_name,
    status,
    engine_version,
    records_found,
    confidence,
    processed_at,
from live.stg_uploads
where
    status in ('completed', 'partial', 'confirmed')
    and engine_version is distinct from $engine_version
order by processed_at nulls first, upload_id;
