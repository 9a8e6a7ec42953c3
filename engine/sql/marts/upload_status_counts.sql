-- Grain: one row per kind and status; every status is there.
-- Parameters (null = all): $from_date, $to_date (day of upload).
with kinds (kind) as (
    values ('invoice'), ('bank')
),

statuses (status_order, status) as (
    values
    (1, 'pending'),
    (2, 'processing'),
    (3, 'completed'),
    (4, 'partial'),
    (5, 'failed'),
    (6, 'confirmed'),
    (7, 'rejected')
),

chosen as (
    select *
    from live.stg_uploads
    where
        ($from_date is null or uploaded_at::date >= $from_date)
        and ($to_date is null or uploaded_at::date <= $to_date)
)

select
    kinds.kind,
    statuses.status_order,
    statuses.status,
    count(chosen.upload_id) as uploads,
from kinds
cross join statuses
left join chosen
    on
        kinds.kind = chosen.kind
        and statuses.status = chosen.status
group by all
order by kinds.kind desc, statuses.status_order;
