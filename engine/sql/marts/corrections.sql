-- Grain: one value that people changed, added or took away, newest first. total_rows: without
-- limit.
-- Parameters (null = all): $from_date, $to_date (day of upload), $vendor, $account, $currency,
-- $limit.
with chosen as (
    select
        corrections.upload_id,
        corrections.kind,
        documents.file_name,
        documents.party,
        corrections.record_index,
        corrections.field,
        corrections.action,
        corrections.before,
        corrections.after,
        corrections.edited_by,
        corrections.edited_at,
    from live.corrections
    inner join live.documents
        on corrections.upload_id = documents.upload_id
    where
        ($from_date is null or documents.uploaded_at::date >= $from_date)
        and ($to_date is null or documents.uploaded_at::date <= $to_date)
        and (
            ($vendor is null and $account is null and $currency is null)
            or corrections.upload_id in (
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
    *,
    count(*) over () as total_rows,
from chosen
order by edited_at desc, upload_id, record_index, field
limit $limit;
