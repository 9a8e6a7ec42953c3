-- Grain: one table of rows and status (of an upload; 'run' for reconciliations).
-- Units: json_bytes of the rows' JSON as text; records counts invoices or bank lines inside them.
select
    kind,
    status,
    count(*) as rows_stored,
    coalesce(sum(records_found), 0) as records,
    coalesce(sum(json_bytes), 0) as json_bytes,
from live.stg_uploads
group by kind, status
union all
select
    'reconciliation' as kind,
    'run' as status,
    count(*) as rows_stored,
    coalesce(sum(total_matches), 0) as records,
    coalesce(sum(json_bytes), 0) as json_bytes,
from live.stg_runs
order by kind, status;
