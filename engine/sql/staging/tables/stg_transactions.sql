-- Grain: one line of a statement that was read and not rejected.
-- Units: amount signed in currency (credit positive, debit negative).
create table if not exists live.stg_transactions (
    row_key varchar not null,
    upload_id varchar not null,
    transaction_index integer not null,
    transaction_id varchar not null,
    account_number varchar,
    bank_name varchar,
    statement_type varchar,
    description varchar,
    reference varchar,
    counterparty varchar,
    type varchar,
    currency varchar,
    amount decimal(20, 4),
    balance decimal(20, 4),
    page integer,
    confidence double,
    check_count bigint not null,
    first_check varchar,
    transaction_date date,
    value_date date
);
