-- Reasons that speak against
select
    name,
    count(*) as matches,
    round(avg(log_odds), 2) as weight,
from match_reasons
where log_odds < 0
group by name
order by matches desc
