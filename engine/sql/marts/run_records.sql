-- Grain: one invoice or bank line of the uploads that a run drew on, for choosing a pair; the
-- newest first. amount in currency, signed as in the record. total_rows: without limit.
-- Parameters: $reconciliation_id, $kind (invoice, transaction); null = all: $search, $limit.
with sources as (
    select upload_id
    from live.stg_run_sources
    where reconciliation_id = $reconciliation_id
),

records as (
    select
        'invoice' as kind,
        invoice_id as record_id,
        upload_id,
        invoice_date as day,
        case when direction = 'receivable' then customer_name else vendor_name end as party,
        invoice_number as words,
        currency,
        total_amount as amount,
        match_state,
    from live.invoices
    where $kind = 'invoice' and upload_id in (select sources.upload_id from sources)
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
        upload_id,
        transaction_date as day,
        counterparty as party,
        description as words,
        currency,
        amount,
        match_state,
    from live.transactions
    where $kind = 'transaction' and upload_id in (select sources.upload_id from sources)
)

select
    *,
    count(*) over () as total_rows,
from records
where
    $search is null
    or contains(lower(concat_ws(' ', party, words, amount::varchar, record_id)), lower($search))
order by day desc nulls last, record_id
limit $limit;
