-- Grain: one value by which a run can be narrowed: field is account (of bank lines) or party (the
-- other side of invoices). records: how many have it. first_day, last_day: of accounts' lines.
select
    'account' as field,
    account_number as value,
    count(*) as records,
    min(transaction_date) as first_day,
    max(transaction_date) as last_day,
from live.stg_transactions
where account_number is not null
group by account_number
union all
select
    'party' as field,
    case when direction = 'receivable' then customer_name else vendor_name end as value,
    count(*) as records,
    null as first_day,
    null as last_day,
from live.invoices
where value is not null
group by value
order by
    field,
    records desc,
    value;
