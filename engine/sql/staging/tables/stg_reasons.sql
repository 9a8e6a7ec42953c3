-- Grain: one reason of a match, in the record's order. Units: log_odds in natural units, they add
-- up to those of the match's confidence; score from -1 to 1.
create table if not exists live.stg_reasons (
    row_key varchar not null,
    reconciliation_id varchar not null,
    match_id varchar not null,
    reason_index integer not null,
    name varchar,
    log_odds double,
    score double,
    evidence varchar
);
