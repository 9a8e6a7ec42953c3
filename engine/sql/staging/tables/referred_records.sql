-- Grain: one invoice or bank line that a run speaks of in any way.
create table if not exists live.referred_records (
    kind varchar not null,
    record_id varchar not null
);
