-- A new upload, waiting to be read. Parameters: the columns; $now is upload and creation time.
insert into production_bank_uploads (
    upload_id, file_name, file_path, file_hash, file_size, pages_total, mime_type,
    upload_timestamp, created_at, updated_at
)
values (
    $upload_id, $file_name, $file_path, $file_hash, $file_size, $pages_total, $mime_type,
    $upload_timestamp, $now, $now
);
