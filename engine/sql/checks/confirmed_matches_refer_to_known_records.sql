-- Every confirmed match between uploads that count holds invoices and transactions that exist.
with runs as (
    select
        stg_run_sources.reconciliation_id,
        bool_and(
            coalesce(stg_uploads.status in ('completed', 'partial', 'confirmed'), false)
        ) as sources_count,
    from live.stg_run_sources
    left join live.stg_uploads
        on stg_run_sources.upload_id = stg_uploads.upload_id
    group by stg_run_sources.reconciliation_id
),

held as (
    select stg_matches.*
    from live.stg_matches
    inner join runs
        on stg_matches.reconciliation_id = runs.reconciliation_id
    where stg_matches.decision = 'confirmed' and runs.sources_count
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
)

select
    members.reconciliation_id,
    members.match_id,
    members.kind,
    members.record_id,
from members
anti join records
    on
        members.kind = records.kind
        and members.record_id = records.record_id
order by members.reconciliation_id, members.match_id, members.kind, members.record_id;
