-- Ids of the reconciliation runs that draw on an upload. Parameters: $upload_id.
select reconciliation_id
from production_reconciliation_matches
where
    bank_upload_id = $upload_id
    or list_contains(
        json_extract_string(reconciliation_match_json, '$.source_documents[*].upload_id'),
        $upload_id
    )
order by id;
