-- Parameters: $token_id, $now, $by. Grain of the answer: the token, if it was in force.
update api_tokens
set revoked_at = $now, revoked_by = $by
where token_id = $token_id and revoked_at is null
returning token_id;
