-- Grain: one row per stored file, newest first.
-- Parameters: $doc_type, $related_module, $related_id, $file_path (null = all).
select *
from document_uploads
where
    ($doc_type is null or doc_type = $doc_type)
    and ($related_module is null or related_module = $related_module)
    and ($related_id is null or related_id = $related_id)
    and ($file_path is null or file_path = $file_path)
order by upload_at desc, id desc;
