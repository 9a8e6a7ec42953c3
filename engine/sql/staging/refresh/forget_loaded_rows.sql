-- Removes the note that a stale row is unnested. A moved upload is stale under two kinds.
delete from live.loaded_rows
where row_key in (select stale_rows.row_key from live.stale_rows);
