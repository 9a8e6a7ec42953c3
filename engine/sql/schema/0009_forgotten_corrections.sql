-- Grain: one row per key of a vendor whose corrections up to forgotten_at are not learned from.
-- field is null for all of them; times in UTC.
create table forgotten_corrections (
    vendor_key varchar not null,
    field varchar,
    forgotten_at timestamptz not null,
    forgotten_by varchar not null
);
