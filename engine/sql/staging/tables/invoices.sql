-- Grain: one invoice that counts, with what is open of it.
-- due_on: the due date; an invoice that names none is due on its date.
create view if not exists live.invoices as
select
    stg_invoices.* exclude (row_key) replace (invoice_states.direction as direction),
    coalesce(stg_invoices.due_date, stg_invoices.invoice_date) as due_on,
    invoice_states.match_state,
    invoice_states.amount_open,
    invoice_states.reconciliation_id,
    invoice_states.match_id,
    invoice_states.decision,
    invoice_states.match_confidence,
from live.stg_invoices
inner join live.invoice_states
    on
        stg_invoices.upload_id = invoice_states.upload_id
        and stg_invoices.invoice_id = invoice_states.invoice_id;
