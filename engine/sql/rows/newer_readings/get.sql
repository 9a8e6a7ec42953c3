-- Parameters: $upload_id.
select *
from newer_readings
where upload_id = $upload_id;
