-- Grain: one invoice with what is still open of it.
-- match_state: matched (settled in full), partial (part of it is paid), suggested (a person
-- should look), unmatched. Of a copy nothing is open.
-- direction: what the holder of a read account bills is receivable, whatever the settings said
-- when the file was read.
-- amount_open is signed like total_amount and null when that is unknown.
create table if not exists live.invoice_states (
    upload_id varchar not null,
    invoice_id varchar not null,
    direction varchar,
    match_state varchar not null,
    amount_open decimal(20, 4),
    reconciliation_id varchar,
    match_id varchar,
    decision varchar,
    match_confidence double
);
