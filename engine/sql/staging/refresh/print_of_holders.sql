-- Grain: one row. print: other than before where another name holds an account: invoices that such
-- a name writes are receivable.
with holders as (
    select distinct account_name
    from live.stg_uploads
    where account_name is not null
)

select
    count(*) as holders,
    coalesce(bit_xor(hash(account_name)), 0) as print,
from holders;
