-- Grain: one invoice of one match, with the list of the run in which the match stands.
-- party: the other side. Units: total_amount in currency.
-- Parameters: $reconciliation_id, $match_id.
with members as (
    select
        stg_matches.list,
        unnest(stg_matches.invoice_ids) as invoice_id,
    from live.stg_matches
    where
        stg_matches.reconciliation_id = $reconciliation_id
        and stg_matches.match_id = $match_id
)

select
    members.list,
    invoices.upload_id,
    invoices.invoice_id,
    invoices.invoice_number,
    case
        when invoices.direction = 'receivable' then invoices.customer_name
        else invoices.vendor_name
    end as party,
    invoices.total_amount,
    invoices.currency,
from members
inner join live.invoices
    on members.invoice_id = invoices.invoice_id
order by
    invoices.due_on nulls last,
    invoices.invoice_id;
