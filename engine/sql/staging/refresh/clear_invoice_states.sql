-- Before load_invoice_states: of all invoices, or of those of stale uploads.
-- Parameters: $everything.
delete from live.invoice_states
where
    $everything
    or upload_id in (select stale_rows.row_key from live.stale_rows);
