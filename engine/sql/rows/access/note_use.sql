-- Parameters: $token_id, $now.
update api_tokens
set last_used_at = $now
where token_id = $token_id;
