-- Grain: one invoice that counts, with what is open of it.
-- due_on: the due date; an invoice that names none is due on its date.
-- direction: what the holder of a read account bills is receivable, whatever the settings said when
-- the file was read.
create view if not exists live.invoices as
with holders as (
    select distinct regexp_replace(lower(strip_accents(account_name)), '[^a-z0-9]', '', 'g') as name
    from live.stg_uploads
    where account_name is not null
),

named as (
    select
        stg_invoices.* exclude (row_key),
        regexp_replace(lower(strip_accents(vendor_name)), '[^a-z0-9]', '', 'g') as vendor,
        regexp_replace(lower(strip_accents(customer_name)), '[^a-z0-9]', '', 'g') as customer,
    from live.stg_invoices
)

select
    named.* exclude (vendor, customer) replace (
        case
            when
                named.vendor in (select name from holders)
                and coalesce(named.customer, '') not in (select name from holders)
                then 'receivable'
            else named.direction
        end as direction
    ),
    coalesce(named.due_date, named.invoice_date) as due_on,
    invoice_states.match_state,
    invoice_states.amount_open,
    invoice_states.reconciliation_id,
    invoice_states.match_id,
    invoice_states.decision,
    invoice_states.match_confidence,
from named
inner join live.invoice_states
    on
        named.upload_id = invoice_states.upload_id
        and named.invoice_id = invoice_states.invoice_id;
