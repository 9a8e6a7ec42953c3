-- Grain: one person who confirmed a file, corrected a value or decided about a match.
-- Units: seconds from upload until confirmed. Parameters (null = all): $from_date, $to_date (day of
-- upload of files, of the run of matches), $vendor, $account (of files), $currency.
with chosen as (
    select
        upload_id,
        uploaded_at,
        confirmed_at,
        confirmed_by,
    from live.uploads_about($from_date, $to_date, $vendor, $account, $currency)
),

words as (
    select
        confirmed_by as who,
        1 as files_confirmed,
        0 as corrections,
        0 as matches_confirmed,
        0 as matches_rejected,
        date_diff('second', uploaded_at, confirmed_at) as seconds_to_confirm,
    from chosen
    where confirmed_by is not null
    union all
    select
        corrections.edited_by as who,
        0 as files_confirmed,
        1 as corrections,
        0 as matches_confirmed,
        0 as matches_rejected,
        null as seconds_to_confirm,
    from live.corrections
    inner join chosen
        on corrections.upload_id = chosen.upload_id
    union all
    select
        stg_matches.decided_by as who,
        0 as files_confirmed,
        0 as corrections,
        (stg_matches.decision = 'confirmed')::integer as matches_confirmed,
        (stg_matches.decision = 'rejected')::integer as matches_rejected,
        null as seconds_to_confirm,
    from live.stg_matches
    inner join live.stg_runs
        on stg_matches.reconciliation_id = stg_runs.reconciliation_id
    where
        stg_matches.decision <> 'proposed'
        and ($currency is null or stg_matches.currency = $currency)
        and ($from_date is null or stg_runs.run_at::date >= $from_date)
        and ($to_date is null or stg_runs.run_at::date <= $to_date)
)

select
    who,
    sum(files_confirmed)::bigint as files_confirmed,
    median(seconds_to_confirm) as median_seconds_to_confirm,
    sum(corrections)::bigint as corrections,
    sum(matches_confirmed)::bigint as matches_confirmed,
    sum(matches_rejected)::bigint as matches_rejected,
from words
where who is not null
group by who
order by
    count(*) desc,
    who;
