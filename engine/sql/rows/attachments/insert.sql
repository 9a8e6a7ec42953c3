-- A version of a paper that was not read yet. Parameters: the columns.
insert into attachments (
    document_id, series_id, version, status, attachment_json, updated_at, row_version
)
values (
    $document_id, $series_id, $version, 'pending', $attachment_json, $now, 1
);
