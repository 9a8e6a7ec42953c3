-- Grain: one row per month of upload (its first day) and one of all months (month null).
-- straight_through: read whole, nothing doubtful, nothing changed by a person; tried: read at all.
-- corrections: values that people changed, added or took away; values_read: values there are.
-- Units: seconds from upload until a person confirmed; confidence 0 to 1.
-- Parameters (null = all): $from_date, $to_date (day of upload), $vendor, $account, $currency (of
-- records in the file).
with corrected as (
    select
        upload_id,
        count(*) as corrections,
    from live.corrections
    group by upload_id
),

chosen as (
    select
        documents.*,
        date_trunc('month', documents.uploaded_at)::date as month,
        coalesce(corrected.corrections, 0) as corrections,
    from live.uploads_about($from_date, $to_date, $vendor, $account, $currency) as documents
    left join corrected
        on documents.upload_id = corrected.upload_id
)

select
    month,
    count(*) as uploads,
    count(*) filter (where status not in ('pending', 'processing')) as tried,
    count(*) filter (
        where
        status in ('completed', 'confirmed')
        and pages_failed = 0
        and corrections = 0
        and reason is null
    ) as straight_through,
    count(*) filter (where reason is not null) as waiting,
    count(*) filter (where status = 'confirmed') as confirmed,
    count(confirmed_at) as confirmed_with_time,
    median(date_diff('second', uploaded_at, confirmed_at)) as median_seconds_to_confirm,
    sum(corrections)::bigint as corrections,
    sum(values_read)::bigint as values_read,
    avg(confidence) as mean_confidence,
from chosen
group by grouping sets ((), (month))
order by month nulls first;
