-- No two transactions have the same id.
select
    transaction_id,
    count(*) as transactions,
from live.stg_transactions
group by transaction_id
having count(*) > 1
order by transaction_id;
