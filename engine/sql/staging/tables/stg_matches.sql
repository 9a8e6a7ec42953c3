-- Grain: one match of a run, whatever its decision.
-- Units: amount_matched positive in currency; difference is paid less billed; confidence 0 to 1.
-- is_manual: a person put it together.
-- allocations: what of a line pays what of an invoice, and what of that needs no payment.
create table if not exists live.stg_matches (
    row_key varchar not null,
    reconciliation_id varchar not null,
    match_id varchar not null,
    list varchar not null,
    kind varchar,
    settlement varchar,
    decision varchar,
    decided_by varchar,
    difference_treatment varchar,
    currency varchar,
    amount_matched decimal(20, 4),
    difference decimal(20, 4),
    confidence double,
    is_tied boolean not null,
    decided_at timestamptz,
    is_manual boolean not null,
    invoice_ids varchar[],
    transaction_ids varchar[],
    allocations struct(
        invoice_id varchar,
        transaction_id varchar,
        amount decimal(20, 4),
        treated decimal(20, 4)
    )[]
);
