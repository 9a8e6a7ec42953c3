-- Grain: one row per uploaded file of invoices; invoice_json holds everything read from it.
-- Units: money in the currency beside it; confidence_score from 0 to 1; times in UTC.
-- A referenced table: no index but its keys, no list and no variant column, so that it updates
-- in place while reconciliations point at it. An update with a returning clause would not.
create table production_invoice_uploads (
    id bigint primary key default nextval('invoice_upload_ids'),
    upload_id varchar not null unique,
    file_name varchar not null,
    file_path varchar not null,
    file_hash varchar not null,
    file_size bigint not null,
    pages_total integer,
    mime_type varchar not null,
    upload_timestamp timestamptz not null default current_timestamp,
    processing_start timestamptz,
    processing_end timestamptz,
    processing_duration_seconds double,
    ocr_engine varchar not null default 'tesseract',
    confidence_score double,
    status varchar not null default 'pending',
    invoice_json json,
    total_invoices_found integer,
    total_invoices_processed integer,
    total_amount decimal(18, 2),
    currency_summary json,
    vendor_summary json,
    date_range_start date,
    date_range_end date,
    error_message varchar,
    created_at timestamptz not null default current_timestamp,
    updated_at timestamptz not null default current_timestamp,
    row_version integer not null default 1
);
