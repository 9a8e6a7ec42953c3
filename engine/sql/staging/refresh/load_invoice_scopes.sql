-- Rows of upload_scopes from the stale uploads of invoices.
insert into live.upload_scopes by name
select distinct
    upload_id,
    vendor_name,
    null::varchar as account_number,
    currency,
from live.stg_invoices
where row_key in (select stale_rows.row_key from live.stale_rows);
