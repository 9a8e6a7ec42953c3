-- Grain: one invoice or bank line that confirmed matches hold, in full or in part.
-- Units: claimed and amount_open positive, in currency, as live.match_claims says; run_at is that
-- of the newest run that holds it. Parameters (null = all): $kind (invoice, transaction).
with records as (
    select
        'invoice' as kind,
        invoice_id as record_id,
        currency,
    from live.stg_invoices
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
        currency,
    from live.stg_transactions
),

held as (
    select
        match_claims.kind,
        match_claims.record_id,
        sum(match_claims.claimed) as claimed,
        max(match_claims.capacity) as capacity,
        max(stg_runs.run_at) as run_at,
        list(distinct match_claims.reconciliation_id order by match_claims.reconciliation_id)
            as reconciliation_ids,
    from live.match_claims
    inner join live.stg_matches
        on
            match_claims.reconciliation_id = stg_matches.reconciliation_id
            and match_claims.match_id = stg_matches.match_id
    inner join live.stg_runs
        on match_claims.reconciliation_id = stg_runs.reconciliation_id
    where stg_matches.decision = 'confirmed'
    group by
        match_claims.kind,
        match_claims.record_id
)

select
    held.kind,
    held.record_id,
    records.currency,
    held.claimed,
    greatest(held.capacity - held.claimed, 0) as amount_open,
    held.run_at,
    held.reconciliation_ids,
from held
inner join records
    on
        held.kind = records.kind
        and held.record_id = records.record_id
where $kind is null or held.kind = $kind
order by held.kind, held.record_id;
