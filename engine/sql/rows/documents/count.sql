-- Grain: one row; how many rows each production table holds.
select
    (select count(*) from production_invoice_uploads) as invoice_uploads,
    (select count(*) from production_bank_uploads) as bank_uploads,
    (select count(*) from production_reconciliation_matches) as reconciliations;
