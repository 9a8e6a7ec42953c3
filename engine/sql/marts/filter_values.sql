-- Grain: one row per value that a filter can take: field is vendor, account or currency.
-- records: how many invoices or transactions have it.
with named as (
    select
        'vendor' as field,
        vendor_name as value,
    from live.stg_invoices
    union all
    select
        'currency' as field,
        currency as value,
    from live.stg_invoices
    union all
    select
        'account' as field,
        account_number as value,
    from live.stg_transactions
    union all
    select
        'currency' as field,
        currency as value,
    from live.stg_transactions
)

select
    field,
    value,
    count(*) as records,
from named
where value is not null
group by all
order by field, records desc, value;
