-- Grain: one row per month of the invoice (its first day) and one of all months (month null).
-- matched: settled in full by a match. An invoice without a date is in the row of all months only.
-- Parameters (null = all): $from_date, $to_date (invoice date), $vendor, $currency.
with chosen as (
    select
        match_state,
        date_trunc('month', invoice_date)::date as month,
    from live.invoices
    where
        ($from_date is null or invoice_date >= $from_date)
        and ($to_date is null or invoice_date <= $to_date)
        and ($vendor is null or vendor_name = $vendor)
        and ($currency is null or currency = $currency)
)

select
    month,
    grouping(month) = 1 as is_total,
    count(*) as invoices,
    count(*) filter (where match_state = 'matched') as matched,
    count(*) filter (where match_state = 'partial') as partial,
    count(*) filter (where match_state = 'suggested') as suggested,
    count(*) filter (where match_state = 'unmatched') as unmatched,
from chosen
group by grouping sets ((), (month))
having grouping(month) = 1 or month is not null
order by is_total desc, month;
