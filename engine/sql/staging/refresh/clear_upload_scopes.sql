-- What follows from all rows together is worked out anew by every refresh.
delete from live.upload_scopes;
