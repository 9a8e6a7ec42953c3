-- Grain: one match that nobody rejected and whose records all count, with how it stands among
-- all runs.
-- is_settled: a person confirmed it, or it reached its run's threshold.
-- rank: 1 is the best; confirmed before settled before proposed, then the newest run.
-- in_force: settled, and better ones leave enough of each of its transactions and invoices.
create table if not exists live.match_standing (
    reconciliation_id varchar not null,
    match_id varchar not null,
    rank bigint not null,
    is_settled boolean not null,
    in_force boolean not null
);
