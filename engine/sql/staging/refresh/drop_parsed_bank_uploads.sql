-- Frees the nested copy of the rows that were just unnested.
drop table live.parsed_bank_uploads;
