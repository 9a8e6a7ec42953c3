-- See tables/match_standing.sql for what the columns mean.
insert into live.match_standing by name
with counting as (
    select distinct
        reconciliation_id,
        match_id,
    from live.match_claims
),

matches as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        coalesce(
            stg_matches.decision = 'confirmed' or stg_matches.confidence >= stg_runs.threshold,
            false
        ) as is_settled,
        row_number() over (
            order by
                stg_matches.decision = 'confirmed' desc,
                stg_matches.confidence >= stg_runs.threshold desc,
                stg_runs.run_at desc,
                stg_runs.id desc,
                stg_matches.confidence desc,
                stg_matches.match_id
        ) as rank,
    from live.stg_matches
    inner join counting
        on
            stg_matches.reconciliation_id = counting.reconciliation_id
            and stg_matches.match_id = counting.match_id
    inner join live.stg_runs
        on stg_matches.reconciliation_id = stg_runs.reconciliation_id
),

claims as (
    select
        matches.rank,
        match_claims.claimed,
        match_claims.capacity,
        coalesce(
            sum(match_claims.claimed) filter (where matches.is_settled) over (
                partition by match_claims.kind, match_claims.record_id
                order by matches.rank
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) as claimed_before,
    from live.match_claims
    inner join matches
        on
            match_claims.reconciliation_id = matches.reconciliation_id
            and match_claims.match_id = matches.match_id
),

beaten as (
    select distinct rank
    from claims
    where
        claimed_before > 0
        and (claimed_before >= capacity or claimed_before + claimed > capacity)
)

select
    reconciliation_id,
    match_id,
    rank,
    is_settled,
    is_settled and rank not in (select beaten.rank from beaten) as in_force,
from matches;
