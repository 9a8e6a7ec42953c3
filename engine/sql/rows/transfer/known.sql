-- Whether a row of this id is here: one row when it is. Parameters: $id.
select 1 as found
from document_uploads
where id = $id
union all
select 1 as found
from production_reconciliation_matches
where reconciliation_id = $id
limit 1;
