-- The summary columns of an invoice upload repeat what its JSON adds up to.
with sums as (
    select
        upload_id,
        count(*) as invoices,
        count(distinct coalesce(currency, '?')) filter (where total_amount is not null)
            as currencies,
        sum(total_amount) filter (where currency is not null) as total_amount,
        min(invoice_date) as date_start,
        max(invoice_date) as date_end,
    from live.stg_invoices
    group by upload_id
)

select
    uploads.upload_id,
    uploads.file_name,
    uploads.records_found,
    sums.invoices as invoices_in_json,
    uploads.amount,
    case when sums.currencies = 1 then sums.total_amount end as amount_in_json,
from live.stg_uploads as uploads
left join sums
    on uploads.upload_id = sums.upload_id
where
    uploads.kind = 'invoice'
    and uploads.status in ('completed', 'partial', 'confirmed')
    and (
        uploads.records_found is distinct from coalesce(sums.invoices, 0)
        or abs(uploads.amount - amount_in_json) > 0.005
        or (uploads.amount is null) <> (amount_in_json is null)
        or uploads.date_start is distinct from sums.date_start
        or uploads.date_end is distinct from sums.date_end
    );
