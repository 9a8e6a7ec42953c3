-- Parameters: $id, $doc_type, $related_module.
update document_uploads
set
    doc_type = $doc_type,
    related_module = $related_module
where id = $id;
