-- Grain: one row per change and currency between two runs; change as in live.run_differences.
-- Units: amount is the invoices' total in currency.
-- Parameters: $before, $after (reconciliation ids).
select
    paired.change,
    stg_invoices.currency,
    count(distinct paired.invoice_id) as invoices,
    sum(stg_invoices.total_amount) as amount,
from live.run_differences($before, $after) as paired
left join live.stg_invoices
    on paired.invoice_id = stg_invoices.invoice_id
group by all
order by paired.change, stg_invoices.currency;
