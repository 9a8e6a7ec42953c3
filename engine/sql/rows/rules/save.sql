-- Parameters: $rule_id, $rule_json, $now, $by.
update matching_rules
set
    rule_json = $rule_json,
    updated_at = $now,
    updated_by = $by,
    row_version = row_version + 1
where rule_id = $rule_id;
