-- Grain: one version of a paper, the newest first. Parameters: $series_id.
select
    document_uploads.*,
    attachments.* exclude (document_id),
from attachments
inner join document_uploads
    on attachments.document_id = document_uploads.id
where attachments.series_id = $series_id
order by attachments.version desc;
