-- Before load_match_claims: what follows from all runs together is worked out anew.
delete from live.match_claims;
