-- Whether a row of this id is here. Parameters: $id.
select 1 as found
where
    $id in (select document_uploads.id from document_uploads)
    or $id in (
        select production_reconciliation_matches.reconciliation_id
        from production_reconciliation_matches
    );
