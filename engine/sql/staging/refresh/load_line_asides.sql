-- See tables/line_asides.sql for what the columns mean.
insert into live.line_asides by name
with newest_runs as (
    select
        stg_run_sources.upload_id,
        arg_max(stg_runs.reconciliation_id, (stg_runs.run_at, stg_runs.id)) as reconciliation_id,
    from live.stg_run_sources
    inner join live.stg_runs
        on stg_run_sources.reconciliation_id = stg_runs.reconciliation_id
    group by stg_run_sources.upload_id
)

select
    stg_set_aside.transaction_id,
    min(stg_set_aside.kind) as kind,
    min(stg_set_aside.evidence) as evidence,
    min(stg_set_aside.rule) as rule,
from live.stg_set_aside
inner join live.stg_transactions
    on stg_set_aside.transaction_id = stg_transactions.transaction_id
inner join newest_runs
    on
        stg_transactions.upload_id = newest_runs.upload_id
        and stg_set_aside.reconciliation_id = newest_runs.reconciliation_id
group by stg_set_aside.transaction_id;
