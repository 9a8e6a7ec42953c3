-- No setting changes from here on.
set lock_configuration = true;  -- noqa: PRS
