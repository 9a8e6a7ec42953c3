-- Grain: one transaction that a match holds; those that none holds are not here.
-- match_state as of invoices.
create table if not exists live.transaction_states (
    transaction_id varchar not null,
    match_state varchar not null,
    reconciliation_id varchar not null,
    match_id varchar not null,
    decision varchar,
    match_confidence double
);
