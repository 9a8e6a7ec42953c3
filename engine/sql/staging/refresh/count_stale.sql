-- Grain: one kind of which rows are to be unnested again or forgotten.
-- records: about how many nested ones; none of rows that are gone.
select
    kind,
    count(*) as stale_rows,
    sum(records)::bigint as records,
from live.stale_rows
group by kind;
