-- Grain: one token, the newest first.
select
    token_id,
    name,
    role,
    secret_hash,
    created_at,
    created_by,
    expires_at,
    revoked_at,
    revoked_by,
    last_used_at,
from api_tokens
order by created_at desc, token_id;
