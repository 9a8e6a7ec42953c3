-- Grain: one row per statement file whose columns a person gave, or confirmed as they were read;
-- the newest word first. Files that were rejected say nothing.
-- Units: said_at in UTC; plan is JSON.
with plans as (
    select
        production_bank_uploads.upload_id,
        production_bank_uploads.status,
        production_bank_uploads.updated_at as said_at,
        json_extract(
            production_bank_uploads.bank_transaction_json, '$.processing_info.columns'
        ) as plan,
    from production_bank_uploads
    where
        production_bank_uploads.status in ('completed', 'partial', 'confirmed')
        and production_bank_uploads.upload_id not in (
            select deleted_uploads.upload_id from deleted_uploads
        )
        -- Most statements are no tables: a look at the text spares reading them.
        and contains(production_bank_uploads.bank_transaction_json::varchar, '"columns":{"sig')
)

select
    plans.upload_id,
    plans.said_at,
    plans.plan::varchar as plan,
from plans
where
    plans.status = 'confirmed'
    or json_extract_string(plans.plan, '$.source') = 'person'
order by plans.said_at desc, plans.upload_id;
