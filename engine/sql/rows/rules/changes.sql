-- Grain: one row per change of a rule, the newest first.
-- Parameters: $rule_id (null = of all rules).
select
    change_number,
    action,
    position,
    rule_json::varchar as rule_json,
    changed_at,
    changed_by,
from matching_rule_changes
where $rule_id is null or rule_id = $rule_id
order by change_number desc;
