-- Grain: one request that a program may send again: its answer stands for the second one too.
-- digest is the SHA-256 of what was sent; upload_ids is a JSON list. Times in UTC.
create table idempotency_keys (
    acted_by varchar not null,
    key varchar not null,
    digest varchar not null,
    upload_ids json not null,
    noted_at timestamptz not null,
    primary key (acted_by, key)
);
