-- See tables/upload_scopes.sql.
insert into live.upload_scopes by name
select distinct
    upload_id,
    vendor_name,
    null::varchar as account_number,
    currency,
from live.stg_invoices
union all
select distinct
    upload_id,
    null as vendor_name,
    account_number,
    currency,
from live.stg_transactions;
