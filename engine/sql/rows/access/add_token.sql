-- Parameters: $token_id, $name, $role, $secret_hash, $now, $by, $expires_at.
insert into api_tokens (token_id, name, role, secret_hash, created_at, created_by, expires_at)
values ($token_id, $name, $role, $secret_hash, $now, $by, $expires_at);
