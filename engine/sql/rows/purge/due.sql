-- Grain: one stored file that was deleted before $before: of an upload in the bin, or a version of
-- a paper whose newest version is deleted. file_goes: no row that stays refers to the same file.
-- Parameters: $before.
with deleted_papers as (
    select
        series_id,
        deleted_at,
        deleted_by,
    from attachments
    where replaced_by is null and deleted_at < $before
),

due as (
    select
        upload_id as document_id,
        'upload' as kind,
        deleted_at,
        deleted_by,
    from deleted_uploads
    where deleted_at < $before
    union all
    select
        attachments.document_id,
        'attachment' as kind,
        deleted_papers.deleted_at,
        deleted_papers.deleted_by,
    from attachments
    inner join deleted_papers
        on attachments.series_id = deleted_papers.series_id
),

staying as (
    select distinct file_path
    from document_uploads
    where id not in (select document_id from due)
)

select
    due.document_id,
    due.kind,
    document_uploads.file_name,
    document_uploads.file_path,
    document_uploads.file_hash,
    document_uploads.file_size,
    due.deleted_at,
    due.deleted_by,
    document_uploads.file_path not in (select file_path from staying) as file_goes,
from due
inner join document_uploads
    on due.document_id = document_uploads.id
order by due.deleted_at, due.document_id;
