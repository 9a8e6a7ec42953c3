-- Grain: one version of an attached paper, beside its row in document_uploads; times in UTC.
-- series_id is the document_id of the paper's first version; the newest has no replaced_by.
-- Units: total_amount in currency. The columns from document_number on repeat attachment_json.
create table attachments (
    document_id varchar primary key,
    series_id varchar not null,
    version integer not null,
    replaced_by varchar,
    status varchar not null,
    error_message varchar,
    pages_total integer,
    document_number varchar,
    document_date date,
    party varchar,
    total_amount decimal(18, 2),
    currency varchar,
    attachment_json json not null,
    deleted_at timestamptz,
    deleted_by varchar,
    updated_at timestamptz not null,
    row_version bigint not null
);
