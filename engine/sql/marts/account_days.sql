-- Grain: one account that statements name (null where they name none), with its last line's day.
select
    account_number,
    max(transaction_date) as last_day,
from live.stg_transactions
group by account_number
order by account_number;
