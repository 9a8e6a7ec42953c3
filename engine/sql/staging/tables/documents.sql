-- Grain: one upload of either kind. reason: why it needs a person; null when it does not.
-- A value is doubtful below a confidence of 0.75. assignee: who is to look at it.
create view if not exists live.documents as
with assigned as (
    select
        subject as upload_id,
        value_json ->> '$' as assignee,
    from choices
    where topic = 'assigned document'
    qualify
        row_number() over (
            partition by subject
            order by chosen_at desc, rowid desc
        ) = 1
)

select
    stg_uploads.*,
    assigned.assignee,
    case
        when stg_uploads.status = 'failed'
            then coalesce(stg_uploads.error_message, 'The file could not be read.')
        when stg_uploads.status in ('completed', 'partial') and stg_uploads.remark is not null
            then 'sent back with a comment'
        when stg_uploads.status = 'partial'
            then
                stg_uploads.pages_failed
                || ' of '
                || stg_uploads.pages_total
                || ' pages could not be read'
        when stg_uploads.status = 'completed'
            then
                coalesce(
                    stg_uploads.problem,
                    case
                        when stg_uploads.lowest_confidence < 0.75 then 'some values are doubtful'
                    end
                )
    end as reason,
from live.stg_uploads
left join assigned
    on stg_uploads.upload_id = assigned.upload_id;
