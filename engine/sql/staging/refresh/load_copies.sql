-- See tables/copies.sql for what the columns mean.
insert into live.copies by name
with records as (
    select
        'invoice' as kind,
        invoice_id as record_id,
        upload_id,
    from live.stg_invoices
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
        upload_id,
    from live.stg_transactions
),

newest_runs as (
    select
        stg_run_sources.upload_id,
        arg_max(stg_runs.reconciliation_id, (stg_runs.run_at, stg_runs.id)) as reconciliation_id,
    from live.stg_run_sources
    inner join live.stg_runs
        on stg_run_sources.reconciliation_id = stg_runs.reconciliation_id
    group by stg_run_sources.upload_id
),

in_force as (
    select
        match_claims.kind,
        match_claims.record_id,
    from live.match_claims
    inner join live.match_standing
        on
            match_claims.reconciliation_id = match_standing.reconciliation_id
            and match_claims.match_id = match_standing.match_id
    where match_standing.in_force
)

select
    stg_duplicates.kind,
    stg_duplicates.record_id,
    min(stg_duplicates.kept_id) as kept_id,
from live.stg_duplicates
inner join records
    on
        stg_duplicates.kind = records.kind
        and stg_duplicates.record_id = records.record_id
inner join newest_runs
    on
        records.upload_id = newest_runs.upload_id
        and stg_duplicates.reconciliation_id = newest_runs.reconciliation_id
inner join records as kept
    on
        stg_duplicates.kind = kept.kind
        and stg_duplicates.kept_id = kept.record_id
anti join in_force
    on
        stg_duplicates.kind = in_force.kind
        and stg_duplicates.record_id = in_force.record_id
group by
    stg_duplicates.kind,
    stg_duplicates.record_id;
