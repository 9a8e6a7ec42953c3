-- Grain: one row per step of an invoice file's life: uploaded, read, confirmed, matched (confirmed
-- and every invoice settled in full). Each step's files are also in the step before.
-- Parameters (null = all): $from_date, $to_date (day of upload), $vendor, $account, $currency.
with settled as (
    select
        upload_id,
        bool_and(match_state = 'matched') as is_matched,
    from live.invoices
    group by upload_id
),

chosen as (
    select
        documents.status,
        coalesce(documents.records_found, 0) as invoices,
        coalesce(settled.is_matched, false) as is_matched,
    from live.uploads_about($from_date, $to_date, $vendor, $account, $currency) as documents
    left join settled
        on documents.upload_id = settled.upload_id
    where documents.kind = 'invoice'
),

steps (step_order, step) as (
    values (1, 'uploaded'), (2, 'read'), (3, 'confirmed'), (4, 'matched')
)

select
    steps.step_order,
    steps.step,
    count(chosen.status) as files,
    coalesce(sum(chosen.invoices), 0)::bigint as invoices,
from steps
left join chosen
    on
        steps.step_order = 1
        or (steps.step_order = 2 and chosen.status not in ('pending', 'processing', 'failed'))
        or (steps.step_order = 3 and chosen.status = 'confirmed')
        or (steps.step_order = 4 and chosen.status = 'confirmed' and chosen.is_matched)
group by all
order by steps.step_order;
