-- Removes what a stale row held.
delete from live.stg_edits
where row_key in (select stale_rows.row_key from live.stale_rows);
