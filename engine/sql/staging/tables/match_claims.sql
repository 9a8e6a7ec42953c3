-- Grain: one invoice or bank line of a match that nobody rejected and whose records all count.
-- Units: claimed is what the match needs of the record, capacity what the record is worth; both
-- positive in the record's currency. A match that does not say which line pays how much claims
-- its lines whole, and its invoices whole where it settles them in full; where the amounts are
-- of another currency, likewise.
create table if not exists live.match_claims (
    reconciliation_id varchar not null,
    match_id varchar not null,
    kind varchar not null,
    record_id varchar not null,
    claimed decimal(20, 4) not null,
    capacity decimal(20, 4) not null
);
