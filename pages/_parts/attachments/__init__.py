"""Papers beside records, on the screens that show those records and on their own."""
