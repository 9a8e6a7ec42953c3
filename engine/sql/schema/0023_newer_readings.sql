-- Grain: one upload that was or is to be read anew beside what it says; it changes nothing until a
-- person accepts it. Times in UTC.
-- state: waiting, ready, failed, set_aside (a person wants none of it), accepted.
-- engine_version: of the engine that read or is to read it.
-- reading_json: the record as the engine alone gives it; earlier_json: what the row said before it
-- was accepted, with the status and the confidence that it had. accepted_version: the row's then.
-- batch_id: what was accepted in one step, and is taken back in one.
create table newer_readings (
    upload_id varchar not null,
    state varchar not null,
    engine_version varchar not null,
    asked_at timestamptz not null,
    asked_by varchar not null,
    read_at timestamptz,
    error_message varchar,
    reading_status varchar,
    reading_json json,
    earlier_status varchar,
    earlier_confidence double,
    earlier_json json,
    batch_id varchar,
    accepted_at timestamptz,
    accepted_by varchar,
    accepted_version bigint
);
