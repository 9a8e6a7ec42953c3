-- A stored file. Parameters: the columns.
insert into document_uploads (
    id, file_name, file_path, doc_type, related_module, related_id, upload_by, upload_at,
    file_hash, file_size, mime_type
)
values (
    $id, $file_name, $file_path, $doc_type, $related_module, $related_id, $upload_by, $upload_at,
    $file_hash, $file_size, $mime_type
);
