-- Parameters: $upload_ids.
delete from document_words
where upload_id in (select unnest($upload_ids::varchar[]));
