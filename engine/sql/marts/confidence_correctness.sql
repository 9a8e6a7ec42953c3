-- Grain: one row per kind (invoice, transaction, match) and step of 0.1 in confidence; only steps
-- with records. Units: expected is the mean confidence, 0 to 1. right: of records of files that a
-- person confirmed, those that nobody had to change; of matches that people decided about,
-- those confirmed.
-- Parameters (null = all): $from_date, $to_date (invoice date, booking date, day of the run),
-- $vendor, $account, $currency.
with corrected as (
    select distinct
        upload_id,
        collection,
        record_index,
    from live.corrections
),

told as (
    select
        'invoice' as kind,
        stg_invoices.confidence,
        corrected.upload_id is null as is_right,
        stg_invoices.invoice_date as day,
    from live.stg_invoices
    inner join live.stg_uploads
        on stg_invoices.upload_id = stg_uploads.upload_id
    left join corrected
        on
            stg_invoices.upload_id = corrected.upload_id
            and corrected.collection = 'invoices'
            and stg_invoices.invoice_index = corrected.record_index
    where
        stg_uploads.status = 'confirmed'
        and ($vendor is null or stg_invoices.vendor_name = $vendor)
        and ($currency is null or stg_invoices.currency = $currency)
    union all
    select
        'transaction' as kind,
        stg_transactions.confidence,
        corrected.upload_id is null as is_right,
        stg_transactions.transaction_date as day,
    from live.stg_transactions
    inner join live.stg_uploads
        on stg_transactions.upload_id = stg_uploads.upload_id
    left join corrected
        on
            stg_transactions.upload_id = corrected.upload_id
            and corrected.collection = 'transactions'
            and stg_transactions.transaction_index = corrected.record_index
    where
        stg_uploads.status = 'confirmed'
        and ($account is null or stg_transactions.account_number = $account)
        and ($currency is null or stg_transactions.currency = $currency)
    union all
    select
        'match' as kind,
        stg_matches.confidence,
        stg_matches.decision = 'confirmed' as is_right,
        stg_runs.run_at::date as day,
    from live.stg_matches
    inner join live.stg_runs
        on stg_matches.reconciliation_id = stg_runs.reconciliation_id
    where
        stg_matches.decision <> 'proposed'
        and stg_matches.decided_by is distinct from 'automatic'
        and ($currency is null or stg_matches.currency = $currency)
)

select
    kind,
    least(floor(confidence * 10 + 1e-9), 9) / 10 as from_confidence,
    avg(confidence) as expected,
    count(*) as records,
    count(*) filter (where is_right) as records_right,
from told
where
    confidence is not null
    and ($from_date is null or day >= $from_date)
    and ($to_date is null or day <= $to_date)
group by all
order by kind, from_confidence;
