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
    from live.stg_uploads
    where
        processed_at is not null
        and ($from_date is null or uploaded_at::date >= $from_date)
        and ($to_date is null or uploaded_at::date <= $to_date)
        and (
            ($vendor is null and $account is null and $currency is null)
            or upload_id in (
                select upload_scopes.upload_id
                from live.upload_scopes
                where
                    ($currency is null or upload_scopes.currency = $currency)
                    and (
                        ($vendor is null and $account is null)
                        or upload_scopes.vendor_name = $vendor
                        or upload_scopes.account_number = $account
                    )
            )
        )
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
