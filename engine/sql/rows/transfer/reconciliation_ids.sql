-- Grain: one run, in the order of their making.
select reconciliation_id
from production_reconciliation_matches
order by id;
