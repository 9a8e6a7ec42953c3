-- What an update must know first. Parameters: $reconciliation_id.
select row_version
from production_reconciliation_matches
where reconciliation_id = $reconciliation_id;
