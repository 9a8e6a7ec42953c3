-- Grain: one type of attached papers, and how many there are that are neither replaced nor deleted.
select
    document_uploads.doc_type,
    count(*) as papers,
from attachments
inner join document_uploads
    on attachments.document_id = document_uploads.id
where attachments.replaced_by is null and attachments.deleted_at is null
group by document_uploads.doc_type
order by document_uploads.doc_type;
