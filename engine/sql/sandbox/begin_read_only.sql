-- What follows may read and change nothing: a query can hide an insert in its first lines.
begin transaction read only;  -- noqa: PRS
