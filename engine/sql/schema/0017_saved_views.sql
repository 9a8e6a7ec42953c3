-- Grain: one row per view of a list that somebody gave a name; state_json holds its filters.
create table saved_views (
    view_id varchar primary key,
    screen varchar not null,
    owner varchar not null,
    name varchar not null,
    state_json json not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (screen, owner, name)
);
