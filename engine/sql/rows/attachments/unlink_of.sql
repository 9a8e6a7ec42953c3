-- Attachments of an upload that is removed for good, and of what was read from it, belong to none.
-- Parameters: $upload_id.
update document_uploads
set
    related_module = null,
    related_id = null
where
    id in (select attachments.document_id from attachments)
    and (related_id = $upload_id or starts_with(related_id, $upload_id || '-'));
