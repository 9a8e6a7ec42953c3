-- Grain: what one bank line pays of one invoice in a match. amount: signed as the bank line;
-- treated: what of the invoice needs no payment (a fee, a discount, tax withheld).
with links as (
    select
        reconciliation_id,
        match_id,
        decision,
        currency,
        unnest(allocations) as link,
    from live.stg_matches
)

select
    reconciliation_id,
    match_id,
    decision,
    link.invoice_id as invoice_id,
    link.transaction_id as transaction_id,
    currency,
    link.amount as amount,
    link.treated as treated,
from links;
