-- Grain: the token with the id $token_id.
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
where token_id = $token_id;
