-- Before load_line_asides: what follows from all runs together is worked out anew.
delete from live.line_asides;
