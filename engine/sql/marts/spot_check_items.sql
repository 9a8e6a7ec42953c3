-- Grain: one thing that counts as right though nobody changed anything of it, by currency and
-- amount: a confirmed file without a correction (documents), or a match that was accepted without
-- a person (matches).
-- label: the file's name, or the party and number of the match's first invoice.
-- accepted_by: who confirmed it. Units: amount in currency, null where it is not known.
-- Parameters: $population (documents, matches; null = both).
with files as (
    select
        upload_id as item_id,
        'documents' as population,
        file_name as label,
        amount,
        currency,
        confirmed_by as accepted_by,
    from live.documents
    where status = 'confirmed' and edits = 0 and pages_failed = 0
),

accepted as (
    select
        stg_matches.reconciliation_id || ' ' || stg_matches.match_id as item_id,
        'matches' as population,
        concat_ws(
            ' ',
            coalesce(invoices.vendor_name, invoices.customer_name),
            invoices.invoice_number
        ) as label,
        stg_matches.amount_matched as amount,
        stg_matches.currency,
        stg_matches.decided_by as accepted_by,
    from live.stg_matches
    left join live.stg_invoices as invoices
        on list_extract(stg_matches.invoice_ids, 1) = invoices.invoice_id
    where stg_matches.decision = 'confirmed' and stg_matches.decided_by = 'automatic'
)

select
    population,
    item_id,
    label,
    amount,
    currency,
    accepted_by,
from (
    select *
    from files
    union all
    select *
    from accepted
) as items
where $population is null or population = $population
order by currency nulls last, amount nulls last, item_id;
