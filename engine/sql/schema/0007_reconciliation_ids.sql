-- Numbers for production_reconciliation_matches.id.
create sequence reconciliation_ids;
