-- Parameters: $rule_id.
delete from matching_rules
where rule_id = $rule_id;
