-- Grain: one bank line of a match that a person confirmed or rejected.
with decided as (
    select distinct unnest(transaction_ids) as transaction_id
    from live.stg_matches
    where decision <> 'proposed'
)

select
    lines.transaction_id,
    lines.account_number,
    lines.transaction_date as date,
    lines.amount,
    lines.currency,
    lines.description,
    lines.reference,
    lines.counterparty,
from live.stg_transactions as lines
inner join decided
    on lines.transaction_id = decided.transaction_id
order by lines.transaction_id;
