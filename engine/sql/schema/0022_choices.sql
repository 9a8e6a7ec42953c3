-- Grain: one choice that somebody made for the whole installation or about one thing; rows are only
-- ever added, and of a topic and subject the newest counts. value_json is null where it was taken
-- back.
create table choices (
    topic varchar not null,
    subject varchar not null,
    value_json json,
    chosen_at timestamptz not null,
    chosen_by varchar not null
);
