-- Grain: one choice of a topic, the newest first. Parameters: $topic, $limit.
select
    subject,
    value_json,
    chosen_at,
    chosen_by,
from choices
where topic = $topic
order by chosen_at desc, rowid desc
limit $limit;
