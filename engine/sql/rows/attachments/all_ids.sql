-- Ids of all attachments, every version and deleted ones too.
select document_id
from attachments
order by document_id;
