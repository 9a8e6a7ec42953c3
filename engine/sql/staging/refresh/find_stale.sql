-- Rows that were written since they were unnested, and unnested rows that are gone
-- or deleted.
-- Parameters: $batch_records: about how many nested records one batch may hold.
insert into live.stale_rows (kind, row_key, row_version, records)
with current_rows as (
    select
        'invoice' as kind,
        upload_id as row_key,
        row_version,
        coalesce(total_invoices_found, 0) * 10 + 1 as records,
    from production_invoice_uploads
    where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    union all
    select
        'bank' as kind,
        upload_id as row_key,
        row_version,
        coalesce(total_transactions_found, 0) + 1 as records,
    from production_bank_uploads
    where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    union all
    select
        'reconciliation' as kind,
        reconciliation_id as row_key,
        row_version,
        coalesce(total_invoices_processed, 0) + 1 as records,
    from production_reconciliation_matches
),

changed as (
    select
        current_rows.kind,
        current_rows.row_key,
        current_rows.row_version,
        current_rows.records,
        sum(current_rows.records) over (
            order by current_rows.kind, current_rows.row_key
            rows between unbounded preceding and 1 preceding
        ) as records_before,
    from current_rows
    anti join live.loaded_rows
        on
            current_rows.kind = loaded_rows.kind
            and current_rows.row_key = loaded_rows.row_key
            and current_rows.row_version = loaded_rows.row_version
),

gone as (
    select
        loaded_rows.kind,
        loaded_rows.row_key,
    from live.loaded_rows
    anti join current_rows
        on
            loaded_rows.kind = current_rows.kind
            and loaded_rows.row_key = current_rows.row_key
)

select
    kind,
    row_key,
    row_version,
    records,
from changed
where coalesce(records_before, 0) < $batch_records
union all
select
    kind,
    row_key,
    null as row_version,
    0 as records,
from gone;
