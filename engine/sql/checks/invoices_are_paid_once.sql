-- Confirmed matches pay no invoice beyond its amount: no bill is settled twice.
select
    match_claims.record_id as invoice_id,
    count(*) as matches,
from live.match_claims
inner join live.stg_matches
    on
        match_claims.reconciliation_id = stg_matches.reconciliation_id
        and match_claims.match_id = stg_matches.match_id
where match_claims.kind = 'invoice' and stg_matches.decision = 'confirmed'
group by match_claims.record_id
having sum(match_claims.claimed) > max(match_claims.capacity)
order by invoice_id;
