-- Grain: one bank line that the newest run over its statement set aside, and why.
create table if not exists live.line_asides (
    transaction_id varchar not null,
    kind varchar not null,
    evidence varchar,
    rule varchar
);
