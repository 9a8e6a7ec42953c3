-- Grain: one row per key, field and time of what was forgotten; field is null for all.
select
    vendor_key,
    field,
    forgotten_at,
from forgotten_corrections;
