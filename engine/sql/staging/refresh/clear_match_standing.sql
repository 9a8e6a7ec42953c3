-- What follows from all runs together is worked out anew by every refresh.
delete from live.match_standing;
