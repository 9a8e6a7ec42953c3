-- Grain: one row per status that occurs.
select
    status,
    count(*) as uploads,
from production_bank_uploads
group by status;
