-- Grain: one subject of a topic with the choice that counts; those taken back are left out.
-- Parameters: $topic, $subject (null = all).
select
    subject,
    value_json,
    chosen_at,
    chosen_by,
from choices
where
    topic = $topic
    and ($subject is null or subject = $subject)
qualify
    row_number() over (
        partition by subject
        order by chosen_at desc, rowid desc
    ) = 1
    and value_json is not null
order by subject;
