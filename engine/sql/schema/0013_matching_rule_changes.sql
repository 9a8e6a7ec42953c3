-- Grain: one row per change of a rule of the user's own; rows are only ever added.
-- Units: change_number rises from 1; position and rule_json as they were after the change, and
-- before it where the rule was deleted; times in UTC.
create table matching_rule_changes (
    change_number bigint primary key,
    rule_id varchar not null,
    action varchar not null,
    position integer not null,
    rule_json json not null,
    changed_at timestamptz not null,
    changed_by varchar not null
);
