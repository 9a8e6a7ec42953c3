-- Grain: one row per stored file, attachments too. An upload's upload_id is the id here.
-- Units: file_size in bytes; file_path relative to the upload folder; upload_at in UTC.
create table document_uploads (
    id varchar primary key,
    file_name varchar not null,
    file_path varchar not null,
    doc_type varchar not null,
    related_module varchar,
    related_id varchar,
    upload_by varchar not null,
    upload_at timestamptz not null,
    file_hash varchar not null,
    file_size bigint not null,
    mime_type varchar not null
);
