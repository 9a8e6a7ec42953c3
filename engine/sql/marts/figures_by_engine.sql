-- Grain: one program, or several together, that recognised pages; and files with text of their own.
-- Units: seconds per page; confidence 0 to 1; values as in reading_quality. Parameters (null =
-- all): $from_date, $to_date (day of upload), $vendor, $account, $currency.
with engines as (
    select
        upload_id,
        ocr_engine,
    from production_invoice_uploads
    union all
    select
        upload_id,
        ocr_engine,
    from production_bank_uploads
),

corrected as (
    select
        upload_id,
        count(*) as corrections,
    from live.corrections
    group by upload_id
),

chosen as (
    select *
    from live.uploads_about($from_date, $to_date, $vendor, $account, $currency)
    where processed_at is not null
)

select
    case when coalesce(chosen.pages_ocr, 0) > 0 then engines.ocr_engine end as ocr_engine,
    count(*) as files,
    sum(chosen.pages_total)::bigint as pages,
    avg(chosen.confidence) as mean_confidence,
    coalesce(sum(corrected.corrections), 0)::bigint as corrections,
    sum(chosen.values_read)::bigint as values_read,
    median(chosen.processing_seconds / nullif(chosen.pages_total, 0)) as median_seconds_per_page,
from chosen
inner join engines
    on chosen.upload_id = engines.upload_id
left join corrected
    on chosen.upload_id = corrected.upload_id
group by case when coalesce(chosen.pages_ocr, 0) > 0 then engines.ocr_engine end
order by ocr_engine nulls first;
