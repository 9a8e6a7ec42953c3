-- Grain: one word that decisions about matches up to forgotten_at teach nothing about a subject.
-- subject is null for all of them; times in UTC.
create table forgotten_decisions (
    subject varchar,
    forgotten_at timestamptz not null,
    forgotten_by varchar not null
);
