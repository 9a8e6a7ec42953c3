-- See tables/referred_records.sql.
insert into live.referred_records by name
select
    'invoice' as kind,
    unnest(invoice_ids) as record_id,
from live.stg_matches
union
select
    'transaction' as kind,
    unnest(transaction_ids) as record_id,
from live.stg_matches
union
select
    kind,
    unnest([record_id, kept_id]) as record_id,
from live.stg_duplicates
union
select
    'transaction' as kind,
    transaction_id as record_id,
from live.stg_set_aside;
