-- Removes what a stale row held.
delete from live.upload_scopes
where upload_id in (select stale_rows.row_key from live.stale_rows);
