-- Every match in force holds invoices and transactions that exist; re-reading a file can break it.
with held as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        stg_matches.invoice_ids,
        stg_matches.transaction_ids,
    from live.stg_matches
    inner join live.match_standing
        on
            stg_matches.reconciliation_id = match_standing.reconciliation_id
            and stg_matches.match_id = match_standing.match_id
    where match_standing.in_force
),

members as (
    select
        reconciliation_id,
        match_id,
        'invoice' as kind,
        unnest(invoice_ids) as record_id,
    from held
    union all
    select
        reconciliation_id,
        match_id,
        'transaction' as kind,
        unnest(transaction_ids) as record_id,
    from held
),

known as (
    select
        'invoice' as kind,
        invoice_id as record_id,
    from live.stg_invoices
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
    from live.stg_transactions
)

select
    members.reconciliation_id,
    members.match_id,
    members.kind,
    members.record_id,
from members
anti join known
    on
        members.kind = known.kind
        and members.record_id = known.record_id
order by members.reconciliation_id, members.match_id;
