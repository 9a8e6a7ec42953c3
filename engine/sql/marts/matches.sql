-- Grain: one match of a run, whatever its decision, newest run first.
-- Units: amount_matched positive in currency; difference is paid less billed; confidence 0 to 1.
-- is_manual: a person put it together. in_force: it counts as payment now.
-- total_rows: without limit.
-- Parameters (null = all): $reconciliation_id, $decision, $kind, $currency, $from_date, $to_date
-- (day of the run), $limit, $offset.
select
    stg_matches.reconciliation_id,
    stg_runs.run_at,
    stg_matches.match_id,
    stg_matches.list,
    stg_matches.kind,
    stg_matches.settlement,
    stg_matches.decision,
    stg_matches.decided_by,
    stg_matches.decided_at,
    stg_matches.currency,
    stg_matches.amount_matched,
    stg_matches.difference,
    stg_matches.difference_treatment,
    stg_matches.confidence,
    stg_matches.is_manual,
    coalesce(match_standing.in_force, false) as in_force,
    stg_matches.invoice_ids,
    stg_matches.transaction_ids,
    count(*) over () as total_rows,
from live.stg_matches
inner join live.stg_runs
    on stg_matches.reconciliation_id = stg_runs.reconciliation_id
left join live.match_standing
    on
        stg_matches.reconciliation_id = match_standing.reconciliation_id
        and stg_matches.match_id = match_standing.match_id
where
    ($reconciliation_id is null or stg_matches.reconciliation_id = $reconciliation_id)
    and ($decision is null or stg_matches.decision = $decision)
    and ($kind is null or stg_matches.kind = $kind)
    and ($currency is null or stg_matches.currency = $currency)
    and ($from_date is null or stg_runs.run_at::date >= $from_date)
    and ($to_date is null or stg_runs.run_at::date <= $to_date)
order by stg_runs.run_at desc, stg_matches.confidence desc, stg_matches.match_id
limit $limit offset $offset;
