-- Grain: one row per invoice that a person corrected, or confirmed with values that were learned,
-- in files that were not rejected; the oldest first.
-- Units: confirmed_at in UTC, null unless confirmed; corrections and learned are JSON.
with uploads as (
    select
        production_invoice_uploads.id,
        case
            when production_invoice_uploads.status = 'confirmed'
                then production_invoice_uploads.updated_at
        end as confirmed_at,
        from_json(
            production_invoice_uploads.invoice_json,
            '{
                "invoices": [{
                    "invoice_id": "VARCHAR",
                    "vendor_name": "VARCHAR",
                    "vendor_tax_id": "VARCHAR",
                    "iban": "VARCHAR",
                    "corrections": ["JSON"],
                    "learned": "JSON"
                }]
            }'
        ).invoices as invoices,
    from production_invoice_uploads
    where
        production_invoice_uploads.status in ('completed', 'partial', 'confirmed')
        and production_invoice_uploads.upload_id not in (
            select deleted_uploads.upload_id from deleted_uploads
        )
        -- Most files were never corrected: a look at the text spares reading them.
        and (
            contains(production_invoice_uploads.invoice_json::varchar, '"corrections":[{')
            or contains(production_invoice_uploads.invoice_json::varchar, '"learned":{"')
        )
),

invoices as (
    select
        uploads.id,
        uploads.confirmed_at,
        unnest(uploads.invoices) as invoice,
    from uploads
)

select
    invoices.invoice.invoice_id as invoice_id,
    invoices.invoice.vendor_name as vendor_name,
    invoices.invoice.vendor_tax_id as vendor_tax_id,
    invoices.invoice.iban as iban,
    to_json(invoices.invoice.corrections)::varchar as corrections,
    coalesce(invoices.invoice.learned::varchar, '{}') as learned,
    invoices.confirmed_at,
from invoices
where
    len(invoices.invoice.corrections) > 0
    or (invoices.confirmed_at is not null and len(json_keys(invoices.invoice.learned)) > 0)
order by invoices.id;
