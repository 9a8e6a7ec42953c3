-- Grain: one thing that somebody saw or took out, or a change of who may do what. Rows are only
-- ever added. Times in UTC.
create table access_events (
    acted_at timestamptz not null,
    acted_by varchar not null,
    action varchar not null,
    subject varchar not null
);
