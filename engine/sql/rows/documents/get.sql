-- Parameters: $id.
select *
from document_uploads
where id = $id;
