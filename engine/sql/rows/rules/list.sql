-- Grain: one row per rule, in the order in which rules are asked.
select
    position,
    rule_json::varchar as rule_json,
    created_at,
    updated_at,
    updated_by,
    row_version,
from matching_rules
order by position, rule_id;
