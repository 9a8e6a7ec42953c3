-- No two invoices have the same id.
select
    invoice_id,
    count(*) as invoices,
from live.stg_invoices
group by invoice_id
having count(*) > 1
order by invoice_id;
