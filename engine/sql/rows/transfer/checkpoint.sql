-- Bring what the log beside the file holds into the file.
checkpoint;
