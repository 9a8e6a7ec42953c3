-- Parameters: $rule_id, $position.
update matching_rules
set position = $position
where rule_id = $rule_id;
