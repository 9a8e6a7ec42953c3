-- Grain: one value that a filter of the register can take: field is account or type.
-- label: the bank of an account. lines: how many have it.
select
    'account' as field,
    account_number as value,
    any_value(bank_name) as label,
    count(*) as lines,
from live.stg_transactions
where account_number is not null
group by account_number
union all
select
    'type' as field,
    type as value,
    null as label,
    count(*) as lines,
from live.stg_transactions
where type is not null
group by type
order by
    field,
    lines desc,
    value;
