-- All rows of one of the unnested tables. Parameters: $name (live.…).
select * from query_table($name);
