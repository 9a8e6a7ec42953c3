-- See tables/match_standing.sql for what the columns mean.
insert into live.match_standing by name
with ranked as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        stg_matches.settlement,
        stg_matches.invoice_ids,
        stg_matches.transaction_ids,
        coalesce(
            stg_matches.decision = 'confirmed' or stg_matches.confidence >= stg_runs.threshold,
            false
        ) as is_settled,
        row_number() over (
            order by
                stg_matches.decision = 'confirmed' desc,
                stg_matches.confidence >= stg_runs.threshold desc,
                stg_runs.run_at desc,
                stg_runs.id desc,
                stg_matches.confidence desc,
                stg_matches.match_id
        ) as rank,
    from live.stg_matches
    inner join live.stg_runs
        on stg_matches.reconciliation_id = stg_runs.reconciliation_id
    where stg_matches.decision <> 'rejected'
),

members as (
    select
        rank,
        'invoice' as kind,
        unnest(invoice_ids) as record_id,
    from ranked
    union all
    select
        rank,
        'transaction' as kind,
        unnest(transaction_ids) as record_id,
    from ranked
),

records as (
    select
        'invoice' as kind,
        invoice_id as record_id,
    from live.stg_invoices
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
    from live.stg_transactions
),

void as (
    select members.rank
    from members
    anti join records
        on
            members.kind = records.kind
            and members.record_id = records.record_id
),

matches as (
    select ranked.*
    from ranked
    anti join void
        on ranked.rank = void.rank
),

held_transactions as (
    select
        rank,
        is_settled,
        unnest(transaction_ids) as transaction_id,
    from matches
),

beaten_on_transactions as (
    select
        rank,
        rank > min(rank) filter (where is_settled) over (partition by transaction_id) as is_beaten,
    from held_transactions
),

held_invoices as (
    select
        rank,
        is_settled and settlement = 'full' as settles_in_full,
        unnest(invoice_ids) as invoice_id,
    from matches
),

beaten_on_invoices as (
    select
        rank,
        rank > min(rank) filter (where settles_in_full) over (partition by invoice_id)
            as is_beaten,
    from held_invoices
),

beaten as (
    select rank
    from beaten_on_transactions
    where is_beaten
    union
    select rank
    from beaten_on_invoices
    where is_beaten
)

select
    reconciliation_id,
    match_id,
    rank,
    is_settled,
    is_settled and rank not in (select beaten.rank from beaten) as in_force,
from matches;
