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
    from live.documents
    where
        reason is not null
        and ($from_date is null or uploaded_at::date >= $from_date)
        and ($to_date is null or uploaded_at::date <= $to_date)
        and (
            ($vendor is null and $account is null and $currency is null)
            or upload_id in (
                select upload_scopes.upload_id
                from live.upload_scopes
                where
                    ($currency is null or upload_scopes.currency = $currency)
                    and (
                        ($vendor is null and $account is null)
                        or upload_scopes.vendor_name = $vendor
                        or upload_scopes.account_number = $account
                    )
            )
        )
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
