-- One run with its JSON. Parameters: $reconciliation_id.
select *
from production_reconciliation_matches
where reconciliation_id = $reconciliation_id;
