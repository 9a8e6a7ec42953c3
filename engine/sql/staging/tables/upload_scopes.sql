-- Grain: one vendor, account and currency of an upload: what filters of screens look for.
-- vendor_name is null of statements, account_number of invoices.
create table if not exists live.upload_scopes (
    upload_id varchar not null,
    vendor_name varchar,
    account_number varchar,
    currency varchar
);
