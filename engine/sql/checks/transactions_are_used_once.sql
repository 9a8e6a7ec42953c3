-- No transaction is in two confirmed matches: the same money cannot pay twice.
with held as (
    select
        reconciliation_id,
        match_id,
        unnest(transaction_ids) as transaction_id,
    from live.stg_matches
    where decision = 'confirmed'
)

select
    transaction_id,
    count(*) as matches,
from held
group by transaction_id
having count(*) > 1
order by transaction_id;
