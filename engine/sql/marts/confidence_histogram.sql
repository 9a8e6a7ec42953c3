-- Grain: one row per kind (invoice, transaction, match) and step of 0.05 in confidence; every step
-- is there. Units: confidence from 0 to 1; the last step holds 1 itself.
-- Parameters (null = all): $from_date, $to_date (invoice date, booking date, day of the run).
with scores as (
    select
        'invoice' as kind,
        confidence,
        invoice_date as day,
    from live.stg_invoices
    union all
    select
        'transaction' as kind,
        confidence,
        transaction_date as day,
    from live.stg_transactions
    union all
    select
        'match' as kind,
        stg_matches.confidence,
        stg_runs.run_at::date as day,
    from live.stg_matches
    inner join live.stg_runs
        on stg_matches.reconciliation_id = stg_runs.reconciliation_id
),

counted as (
    select
        kind,
        least(floor(confidence * 20 + 1e-9), 19)::integer as step,
        count(*) as records,
    from scores
    where
        confidence is not null
        and ($from_date is null or day >= $from_date)
        and ($to_date is null or day <= $to_date)
    group by all
),

kinds (kind) as (
    values ('invoice'), ('transaction'), ('match')
),

steps as (
    select unnest(range(20))::integer as step
)

select
    kinds.kind,
    round(steps.step / 20, 2) as from_confidence,
    round((steps.step + 1) / 20, 2) as to_confidence,
    coalesce(counted.records, 0) as records,
from kinds
cross join steps
left join counted
    on
        kinds.kind = counted.kind
        and steps.step = counted.step
order by kinds.kind, steps.step;
