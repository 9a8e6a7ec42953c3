-- Grain: one upload that was read, oldest first. Units: seconds; seconds_per_page over all pages.
-- Parameters (null = all): $from_date, $to_date (day of processing).
select
    kind,
    upload_id,
    file_name,
    processed_at,
    pages_total,
    pages_text,
    pages_ocr,
    processing_seconds,
    processing_seconds / nullif(pages_total, 0) as seconds_per_page,
from live.stg_uploads
where
    processing_seconds is not null
    and ($from_date is null or processed_at::date >= $from_date)
    and ($to_date is null or processed_at::date <= $to_date)
order by processed_at, upload_id;
