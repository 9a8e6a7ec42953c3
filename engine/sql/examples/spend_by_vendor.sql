-- Spend by vendor
select
    vendor_name,
    currency,
    count(*) as invoices,
    sum(total_amount) as total,
from invoices
group by all
order by total desc
