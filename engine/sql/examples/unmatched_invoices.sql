-- Invoices without a match
select
    invoice_number,
    vendor_name,
    total_amount,
    currency,
    due_on,
from invoices
where match_state = 'unmatched'
order by due_on
