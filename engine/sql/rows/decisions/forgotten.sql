-- Grain: one row per subject and time of what was forgotten; subject is null for all.
select
    subject,
    forgotten_at as at,
from forgotten_decisions;
