-- The in-memory database that holds every unnested row; it ends with the process.
attach if not exists ':memory:' as live;  -- noqa: PRS
