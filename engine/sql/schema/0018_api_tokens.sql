-- Grain: one API token; of its secret only the SHA-256 is kept. Times in UTC.
create table api_tokens (
    token_id varchar primary key,
    name varchar not null,
    role varchar not null check (role in ('viewer', 'analyst', 'reviewer', 'admin')),
    secret_hash varchar not null,
    created_at timestamptz not null,
    created_by varchar not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by varchar,
    last_used_at timestamptz
);
