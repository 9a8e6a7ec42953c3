-- Grain: one upload of either kind. reason: why it needs a person; null when it does not.
-- A value is doubtful below a confidence of 0.75.
create view if not exists live.documents as
select
    *,
    case
        when status = 'failed' then coalesce(error_message, 'The file could not be read.')
        when status = 'partial'
            then pages_failed || ' of ' || pages_total || ' pages could not be read'
        when status = 'completed'
            then
                coalesce(
                    problem,
                    case when lowest_confidence < 0.75 then 'some values are doubtful' end
                )
    end as reason,
from live.stg_uploads;
