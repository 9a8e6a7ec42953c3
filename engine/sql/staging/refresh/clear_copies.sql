-- Before load_copies: what follows from all runs together is worked out anew.
delete from live.copies;
