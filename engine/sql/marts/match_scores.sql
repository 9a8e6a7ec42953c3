-- Grain: one row per step of 0.02 in confidence; every step is there. Units: confidence 0 to 1; the
-- last step holds 1 itself. Counts of matches by what people said of them.
-- Parameters (null = all): $reconciliation_id.
with counted as (
    select
        least(floor(confidence * 50 + 1e-9), 49)::integer as step,
        count(*) filter (where decision = 'proposed') as proposed,
        count(*) filter (where decision = 'confirmed') as confirmed,
        count(*) filter (where decision = 'rejected') as rejected,
    from live.stg_matches
    where $reconciliation_id is null or reconciliation_id = $reconciliation_id
    group by all
),

steps as (
    select unnest(range(50))::integer as step
)

select
    round(steps.step / 50, 2) as from_confidence,
    round((steps.step + 1) / 50, 2) as to_confidence,
    coalesce(counted.proposed, 0) as proposed,
    coalesce(counted.confirmed, 0) as confirmed,
    coalesce(counted.rejected, 0) as rejected,
from steps
left join counted
    on steps.step = counted.step
order by steps.step;
