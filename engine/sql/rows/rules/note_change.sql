-- Parameters: $rule_id, $action, $position, $rule_json, $now, $by.
insert into matching_rule_changes (
    change_number, rule_id, action, position, rule_json, changed_at, changed_by
)
select
    coalesce(max(change_number), 0) + 1 as change_number,
    $rule_id as rule_id,
    $action as action,
    $position as position,
    $rule_json as rule_json,
    $now as changed_at,
    $by as changed_by,
from matching_rule_changes;
