-- Grain: one event, the newest first. file_name: of the document that it is about, where that is
-- still here. total_rows: without limit.
-- Parameters: $by, $action, $subject (null = all; looked for within subjects and file names),
-- $limit, $offset.
with events as (
    select
        access_events.acted_at,
        access_events.acted_by,
        access_events.action,
        access_events.subject,
        document_uploads.file_name,
        access_events.rowid as place,
    from access_events
    left join document_uploads
        on split_part(split_part(access_events.subject, '/', 1), ' ', 1) = document_uploads.id
)

select
    acted_at,
    acted_by,
    action,
    subject,
    file_name,
    count(*) over () as total_rows,
from events
where
    ($by is null or acted_by = $by)
    and ($action is null or action = $action)
    and (
        $subject is null
        or contains(lower(subject), lower($subject))
        or contains(lower(file_name), lower($subject))
    )
order by acted_at desc, place desc
limit $limit offset $offset;
