-- Grain: one row per currency, direction and bucket; every bucket is there, and one of no date
-- where something open has none.
-- Units: days overdue on $today; amounts in currency. An invoice without a due date is due on
-- its date.
-- Parameters (null = all): $today, $from_date, $to_date (invoice date), $vendor, $currency,
-- $direction.
with buckets (bucket_order, bucket, from_days, to_days) as (
    values
    (1, 'not due', -1000000, 0),
    (2, '1–30', 1, 30),
    (3, '31–60', 31, 60),
    (4, '61–90', 61, 90),
    (5, 'over 90', 91, 1000000),
    (6, 'no date', null, null)
),

open_invoices as (
    select
        currency,
        direction,
        amount_open,
        date_diff('day', due_on, $today::date) as days_overdue,
    from live.invoices
    where
        amount_open <> 0
        and ($from_date is null or invoice_date >= $from_date)
        and ($to_date is null or invoice_date <= $to_date)
        and ($vendor is null or vendor_name = $vendor)
        and ($currency is null or currency = $currency)
        and ($direction is null or direction = $direction)
),

groups_seen as (
    select distinct
        currency,
        direction,
    from open_invoices
)

select
    groups_seen.currency,
    groups_seen.direction,
    buckets.bucket_order,
    buckets.bucket,
    count(open_invoices.amount_open) as invoices,
    coalesce(sum(open_invoices.amount_open), 0) as amount_open,
from groups_seen
cross join buckets
left join open_invoices
    on
        groups_seen.currency is not distinct from open_invoices.currency
        and groups_seen.direction = open_invoices.direction
        and (
            open_invoices.days_overdue between buckets.from_days and buckets.to_days
            or (open_invoices.days_overdue is null and buckets.from_days is null)
        )
group by all
having buckets.bucket <> 'no date' or invoices > 0
order by groups_seen.currency, groups_seen.direction, buckets.bucket_order;
