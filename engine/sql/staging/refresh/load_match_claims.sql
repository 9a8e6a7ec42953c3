-- See tables/match_claims.sql for what the columns mean.
insert into live.match_claims by name
with members as (
    select
        reconciliation_id,
        match_id,
        settlement,
        currency,
        'invoice' as kind,
        unnest(invoice_ids) as record_id,
    from live.stg_matches
    where decision <> 'rejected'
    union all
    select
        reconciliation_id,
        match_id,
        settlement,
        currency,
        'transaction' as kind,
        unnest(transaction_ids) as record_id,
    from live.stg_matches
    where decision <> 'rejected'
),

records as (
    select
        'invoice' as kind,
        invoice_id as record_id,
        currency,
        coalesce(nullif(amount_due, 0), total_amount) as amount,
    from live.stg_invoices
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
        currency,
        amount,
    from live.stg_transactions
),

void as (
    select
        members.reconciliation_id,
        members.match_id,
    from members
    anti join records
        on
            members.kind = records.kind
            and members.record_id = records.record_id
),

shares as (
    select
        reconciliation_id,
        match_id,
        unnest(allocations) as share,
    from live.stg_matches
    where decision <> 'rejected'
),

told as (
    select
        reconciliation_id,
        match_id,
        'invoice' as kind,
        share.invoice_id as record_id,
        abs(sum(share.amount + share.treated)) as claimed,
    from shares
    group by all
    union all
    select
        reconciliation_id,
        match_id,
        'transaction' as kind,
        share.transaction_id as record_id,
        abs(sum(share.amount)) as claimed,
    from shares
    group by all
)

select
    members.reconciliation_id,
    members.match_id,
    members.kind,
    members.record_id,
    abs(coalesce(records.amount, 1)) as capacity,
    case
        when
            told.claimed is not null
            and coalesce(members.currency = records.currency, true)
            then told.claimed
        when members.kind = 'transaction' or members.settlement = 'full' then capacity
        else 0
    end as claimed,
from members
inner join records
    on
        members.kind = records.kind
        and members.record_id = records.record_id
left join told
    on
        members.reconciliation_id = told.reconciliation_id
        and members.match_id = told.match_id
        and members.kind = told.kind
        and members.record_id = told.record_id
anti join void
    on
        members.reconciliation_id = void.reconciliation_id
        and members.match_id = void.match_id;
