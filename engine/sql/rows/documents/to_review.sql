-- Grain: one upload that was read and waits for a person's word, newest first; no deleted ones.
-- Parameters: $me (null = nobody signs in): what is assigned to them comes first, what is assigned
-- to others last.
with waiting as (
    select
        upload_id,
        upload_timestamp,
    from production_invoice_uploads
    where status in ('completed', 'partial')
    union all
    select
        upload_id,
        upload_timestamp,
    from production_bank_uploads
    where status in ('completed', 'partial')
),

assigned as (
    select
        subject as upload_id,
        value_json ->> '$' as assignee,
    from choices
    where topic = 'assigned document' and $me is not null
    qualify
        row_number() over (
            partition by subject
            order by chosen_at desc, rowid desc
        ) = 1
)

select waiting.upload_id
from waiting
left join assigned
    on waiting.upload_id = assigned.upload_id
where waiting.upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
order by
    case when assigned.assignee is null then 1 when assigned.assignee = $me then 0 else 2 end,
    waiting.upload_timestamp desc,
    waiting.upload_id;
