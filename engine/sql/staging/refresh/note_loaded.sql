-- Notes which version of each stale row is unnested now.
insert into live.loaded_rows (kind, row_key, row_version)
select
    kind,
    row_key,
    row_version,
from live.stale_rows
where row_version is not null;
