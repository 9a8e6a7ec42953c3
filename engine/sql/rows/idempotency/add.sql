-- Parameters: $by, $key, $digest, $upload_ids (JSON list), $now. A key that is there stays.
insert into idempotency_keys (acted_by, key, digest, upload_ids, noted_at)
values ($by, $key, $digest, $upload_ids, $now)
on conflict do nothing;
