-- Grain: one row per run without its JSON, newest first.
-- Parameters: $upload_id (null = all): runs that draw on it.
select * exclude (reconciliation_match_json)
from production_reconciliation_matches
where
    $upload_id is null
    or list_contains(
        json_extract_string(reconciliation_match_json, '$.source_documents[*].upload_id'),
        $upload_id
    )
order by reconciliation_timestamp desc, id desc;
