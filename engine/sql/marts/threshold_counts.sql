-- Grain: one row per class (auto, suggest, none) and currency, as a run would be at $threshold.
-- auto: matches from the threshold on that settle in full and have no equal rival; suggest: the
-- other matches that nobody rejected; none: invoices of the run that no match holds (their
-- matches, amount and confidence are null). Units: amount positive in currency; expected is the
-- mean confidence. confirmed and rejected: what people said of matches that would be auto.
-- Parameters: $reconciliation_id, $threshold (0 to 1).
with classed as (
    select
        case
            when confidence >= $threshold and settlement = 'full' and not is_tied then 'auto'
            when decision <> 'rejected' then 'suggest'
        end as class,
        currency,
        decision,
        decided_by,
        amount_matched,
        confidence,
        len(invoice_ids) as invoices,
    from live.stg_matches
    where reconciliation_id = $reconciliation_id
),

matches as (
    select
        class,
        currency,
        count(*) filter (where decision <> 'rejected') as matches,
        sum(invoices) filter (where decision <> 'rejected') as invoices,
        sum(amount_matched) filter (where decision <> 'rejected') as amount,
        avg(confidence) as expected,
        count(*) filter (
            where decision = 'confirmed' and decided_by is distinct from 'automatic'
        ) as confirmed,
        count(*) filter (where decision = 'rejected') as rejected,
    from classed
    where class is not null
    group by all
)

select
    class,
    currency,
    matches,
    invoices::bigint as invoices,
    amount,
    expected,
    confirmed,
    rejected,
from matches
union all
select
    'none' as class,
    null as currency,
    null as matches,
    unmatched_invoices::bigint as invoices,
    null as amount,
    null as expected,
    0 as confirmed,
    0 as rejected,
from live.stg_runs
where reconciliation_id = $reconciliation_id
order by class, currency;
