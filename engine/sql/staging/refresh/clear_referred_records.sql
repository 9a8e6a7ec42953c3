-- Before load_referred_records: what runs speak of is listed anew.
delete from live.referred_records;
