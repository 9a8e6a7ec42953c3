-- Grain: one row per month of reading (its first day) and way (text: no page was recognised; scan).
-- Units: seconds per page. Parameters (null = all): $from_date, $to_date (day of upload), $vendor,
-- $account, $currency.
select
    date_trunc('month', processed_at)::date as month,
    case when coalesce(pages_ocr, 0) > 0 then 'scan' else 'text' end as way,
    count(*) as files,
    sum(pages_total)::bigint as pages,
    median(processing_seconds / pages_total) as median_seconds_per_page,
    quantile_cont(processing_seconds / pages_total, 0.9) as slow_seconds_per_page,
from live.uploads_about($from_date, $to_date, $vendor, $account, $currency)
where
    processing_seconds is not null
    and processed_at is not null
    and pages_total > 0
group by all
order by month, way;
