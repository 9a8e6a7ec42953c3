-- Grain: one row per rule of the user's own that is in use; rule_json holds what it says.
-- Units: position from 1, the order in which rules are asked; times in UTC.
create table matching_rules (
    rule_id varchar primary key,
    position integer not null,
    rule_json json not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by varchar not null,
    row_version integer not null default 1
);
