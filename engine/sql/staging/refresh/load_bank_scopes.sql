-- Rows of upload_scopes from the stale statements.
insert into live.upload_scopes by name
select distinct
    upload_id,
    null::varchar as vendor_name,
    account_number,
    currency,
from live.stg_transactions
where row_key in (select stale_rows.row_key from live.stale_rows);
