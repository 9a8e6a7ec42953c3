-- Grain: one invoice of a match in force, with the share of the money that went to it.
-- A match with several invoices pays credit notes back first, then invoices as they fall due.
create table if not exists live.invoice_payments (
    reconciliation_id varchar not null,
    match_id varchar not null,
    invoice_id varchar not null,
    settles_in_full boolean not null,
    amount_paid decimal(38, 4)
);
