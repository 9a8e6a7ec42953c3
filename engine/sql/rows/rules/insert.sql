-- Parameters: $rule_id, $position, $rule_json, $now, $by.
insert into matching_rules (rule_id, position, rule_json, created_at, updated_at, updated_by)
values ($rule_id, $position, $rule_json, $now, $now, $by);
