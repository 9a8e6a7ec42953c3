-- Grain: one row per change and currency between two runs; change as in run_changes, or same.
-- Units: amount is the invoices' total in currency.
-- Parameters: $before, $after (reconciliation ids).
with held as (
    select
        reconciliation_id,
        list,
        list_sort(transaction_ids) as line_ids,
        unnest(invoice_ids) as invoice_id,
    from live.stg_matches
    where
        reconciliation_id in ($before, $after)
        and decision <> 'rejected'
),

earlier as (
    select *
    from held
    where reconciliation_id = $before
),

later as (
    select *
    from held
    where reconciliation_id = $after
),

paired as (
    select
        coalesce(earlier.invoice_id, later.invoice_id) as invoice_id,
        case
            when earlier.invoice_id is null then 'gained'
            when later.invoice_id is null then 'lost'
            when earlier.line_ids <> later.line_ids then 'moved'
            when earlier.list = 'partial' and later.list = 'matched' then 'surer'
            when earlier.list = 'matched' and later.list = 'partial' then 'less_sure'
            else 'same'
        end as change,
    from earlier
    full join later
        on earlier.invoice_id = later.invoice_id
)

select
    paired.change,
    stg_invoices.currency,
    count(distinct paired.invoice_id) as invoices,
    sum(stg_invoices.total_amount) as amount,
from paired
left join live.stg_invoices
    on paired.invoice_id = stg_invoices.invoice_id
group by all
order by paired.change, stg_invoices.currency;
