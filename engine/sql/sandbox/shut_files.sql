-- No file, no network, no extension from here on; it cannot be opened again.
set enable_external_access = false;  -- noqa: PRS
