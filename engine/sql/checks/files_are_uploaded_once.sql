-- No two uploads hold the same bytes.
with uploads as (
    select
        upload_id,
        file_hash,
    from production_invoice_uploads
    union all
    select
        upload_id,
        file_hash,
    from production_bank_uploads
)

select
    file_hash,
    count(*) as uploads,
from uploads
group by file_hash
having count(*) > 1
order by file_hash;
