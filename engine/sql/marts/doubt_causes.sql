-- Grain: one cause why files need a person, the most frequent first. Numbers and amounts in it are
-- written …, and the record's number is left out, so that equal causes count together.
-- Parameters (null = all): $from_date, $to_date (day of upload), $vendor, $account, $currency,
-- $limit.
with reasons as (
    select
        regexp_replace(
            regexp_replace(reason, '^(Invoice|Line) \d+: ', ''), '\d[\d.,]*\d|\d', '…', 'g'
        ) as cause,
        kind,
    from live.uploads_about($from_date, $to_date, $vendor, $account, $currency)
    where reason is not null
)

select
    cause,
    count(*) as files,
    count(*) filter (where kind = 'invoice') as invoice_files,
    count(*) filter (where kind = 'bank') as statements,
    sum(count(*)) over () as all_files,
from reasons
group by cause
order by files desc, cause
limit $limit;
