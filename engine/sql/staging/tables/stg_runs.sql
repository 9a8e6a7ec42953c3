-- Grain: one reconciliation run. Units: threshold from 0 to 1; match rate from 0 to 100.
-- json_bytes: of the row's JSON as text.
create table if not exists live.stg_runs (
    row_key varchar not null,
    reconciliation_id varchar not null,
    id bigint not null,
    row_version integer not null,
    invoice_file_name varchar not null,
    bank_file_name varchar not null,
    threshold decimal(5, 4) not null,
    total_invoices integer,
    total_transactions integer,
    total_matches integer,
    partial_matches integer,
    unmatched_invoices integer,
    unmatched_transactions integer,
    match_rate_percentage decimal(5, 2),
    json_bytes bigint,
    run_seconds double,
    run_at timestamptz not null,
    run_by varchar
);
