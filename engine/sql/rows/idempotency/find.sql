-- Grain: the request that $by sent with $key.
select
    digest,
    upload_ids,
from idempotency_keys
where acted_by = $by and key = $key;
