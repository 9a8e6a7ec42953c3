-- Grain: one entry of an upload's history that changed what was read, in the history's order.
-- target: path inside the JSON; collection, record_index (from 1) and field are its parts.
-- action: edit, add, remove and others. before, after: as text, null means no value.
create table if not exists live.stg_edits (
    row_key varchar not null,
    upload_id varchar not null,
    kind varchar not null,
    edit_index integer not null,
    action varchar,
    target varchar,
    collection varchar,
    record_index integer,
    field varchar,
    before varchar,
    after varchar,
    edited_by varchar,
    edited_at timestamptz
);
