-- Grain: one row per reconciliation run; reconciliation_match_json holds its matches.
-- Units: confidence_threshold from 0 to 1; match_rate_percentage from 0 to 100; times in UTC.
-- A run may draw on several uploads: the foreign keys hold the first of each kind.
create table production_reconciliation_matches (
    id bigint primary key default nextval('reconciliation_ids'),
    reconciliation_id varchar not null unique,
    invoice_upload_id varchar not null references production_invoice_uploads (upload_id),
    bank_upload_id varchar not null references production_bank_uploads (upload_id),
    invoice_file_name varchar not null,
    bank_file_name varchar not null,
    reconciliation_timestamp timestamptz not null default current_timestamp,
    reconciliation_duration_seconds double not null default 0,
    matching_algorithm varchar not null default 'hybrid_ml_rule_based',
    confidence_threshold decimal(5, 4) not null default 0.75,
    status varchar not null default 'pending',
    reconciliation_match_json json,
    total_invoices_processed integer,
    total_transactions_processed integer,
    total_matches_found integer,
    partial_matches integer,
    unmatched_invoices integer,
    unmatched_transactions integer,
    total_amount_matched decimal(18, 2),
    match_rate_percentage decimal(5, 2),
    error_message varchar,
    created_at timestamptz not null default current_timestamp,
    updated_at timestamptz not null default current_timestamp,
    row_version integer not null default 1
);
