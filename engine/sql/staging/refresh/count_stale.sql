-- How many rows are to be unnested again.
select count(*) as stale_rows
from live.stale_rows;
