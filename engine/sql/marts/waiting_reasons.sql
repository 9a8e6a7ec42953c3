-- Grain: one row per reason why uploads need a person, the most frequent first.
-- Parameters (null = all): $from_date, $to_date (day of upload).
select
    reason,
    count(*) as uploads,
    min(uploaded_at) as oldest_uploaded_at,
from live.documents
where
    reason is not null
    and ($from_date is null or uploaded_at::date >= $from_date)
    and ($to_date is null or uploaded_at::date <= $to_date)
group by reason
order by uploads desc, reason;
