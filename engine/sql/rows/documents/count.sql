-- Grain: one row; how many rows each production table holds, without deleted ones.
select
    (
        select count(*)
        from production_invoice_uploads
        where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    ) as invoice_uploads,
    (
        select count(*)
        from production_bank_uploads
        where upload_id not in (select deleted_uploads.upload_id from deleted_uploads)
    ) as bank_uploads,
    (select count(*) from production_reconciliation_matches) as reconciliations;
