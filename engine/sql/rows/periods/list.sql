-- Grain: one closing, the newest first; reopened_… are null while it holds. Times in UTC.
select
    closings.closing_id,
    closings.account_number,
    closings.closed_up_to,
    closings.acted_at as closed_at,
    closings.acted_by as closed_by,
    closings.reason as note,
    reopenings.acted_at as reopened_at,
    reopenings.acted_by as reopened_by,
    reopenings.reason as reopened_because,
from period_events as closings
left join period_events as reopenings
    on
        closings.closing_id = reopenings.closing_id
        and reopenings.action = 'reopen'
where closings.action = 'close'
order by closings.acted_at desc, closings.closing_id;
