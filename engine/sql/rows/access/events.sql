-- Grain: one event, the newest first; at most $most of them.
select
    acted_at,
    acted_by,
    action,
    subject,
from access_events
order by acted_at desc, rowid desc
limit $most;
