-- Grain: one bank line that a run set aside: it pays no invoice. kind and evidence say why.
create table if not exists live.stg_set_aside (
    row_key varchar not null,
    reconciliation_id varchar not null,
    transaction_id varchar not null,
    kind varchar not null,
    evidence varchar,
    rule varchar
);
