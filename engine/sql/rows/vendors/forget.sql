-- Parameters: $vendor_key, $field (null = all), $now, $by.
insert into forgotten_corrections (vendor_key, field, forgotten_at, forgotten_by)
values ($vendor_key, $field, $now, $by);
