-- Grain: one record that does not count, because another is the same: the newest run that draws on
-- its file says so, the other one is still there, and no match in force holds it.
create table if not exists live.copies (
    kind varchar not null,
    record_id varchar not null,
    kept_id varchar not null
);
