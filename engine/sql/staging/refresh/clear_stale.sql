-- Forgets what the last refresh worked on.
delete from live.stale_rows;
