-- Confirmed matches use no transaction beyond its amount: the same money cannot pay twice.
select
    match_claims.record_id as transaction_id,
    count(*) as matches,
from live.match_claims
inner join live.stg_matches
    on
        match_claims.reconciliation_id = stg_matches.reconciliation_id
        and match_claims.match_id = stg_matches.match_id
where match_claims.kind = 'transaction' and stg_matches.decision = 'confirmed'
group by match_claims.record_id
having sum(match_claims.claimed) > max(match_claims.capacity)
order by transaction_id;
