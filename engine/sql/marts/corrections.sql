-- Grain: one value that people changed, added or took away, newest first. total_rows: without
-- limit.
-- Parameters (null = all): $from_date, $to_date (day of upload), $vendor, $account, $currency,
-- $limit.
with chosen as (
    select
        corrections.upload_id,
        corrections.kind,
        documents.file_name,
        documents.party,
        corrections.record_index,
        corrections.field,
        corrections.action,
        corrections.before,
        corrections.after,
        corrections.edited_by,
        corrections.edited_at,
    from live.corrections
    inner join live.uploads_about($from_date, $to_date, $vendor, $account, $currency) as documents
        on corrections.upload_id = documents.upload_id
)

select
    *,
    count(*) over () as total_rows,
from chosen
order by edited_at desc, upload_id, record_index, field
limit $limit;
