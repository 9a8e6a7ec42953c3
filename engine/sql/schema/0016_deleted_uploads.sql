-- Grain: one row per upload that is deleted and can still be restored; times in UTC.
-- The upload keeps its own rows: they are left out of lists, marts and matching meanwhile.
create table deleted_uploads (
    upload_id varchar primary key,
    deleted_at timestamptz not null,
    deleted_by varchar not null
);
