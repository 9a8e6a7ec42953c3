-- What a file is and what it belongs to. Parameters: $id and the columns that change.
update document_uploads
set
    file_name = $file_name,
    doc_type = $doc_type,
    related_module = $related_module,
    related_id = $related_id
where id = $id;
