-- Grain: one upload of either kind, newest first.
-- party: the bank, or the first of party_count vendors. number: the account, or the number of a
-- file's only invoice. amount: the closing balance, or the invoices' total, in currency; both
-- null when the file mixes currencies or one is not known.
-- reason: why it needs a person. total_rows: without limit.
-- Parameters (null = all): $kind, $status, $needs_person (true: only those with a reason),
-- $search, $from_date, $to_date (day of upload), $currency, $limit, $offset.
with chosen as not materialized (
    select *
    from live.documents
    where
        ($kind is null or kind = $kind)
        and ($status is null or status = $status)
        and ($needs_person is null or (reason is not null) = $needs_person)
        and ($from_date is null or uploaded_at::date >= $from_date)
        and ($to_date is null or uploaded_at::date <= $to_date)
        and ($currency is null or currency = $currency)
        and (
            $search is null
            or contains(
                lower(concat_ws(' ', file_name, party, reference, account_name)), lower($search)
            )
        )
),

counted as (
    select count(*) as total_rows
    from chosen
)

select
    kind,
    upload_id,
    row_version,
    file_name,
    status,
    party,
    party_count,
    reference as number,
    account_name,
    coalesce(date_end, date_start) as document_date,
    date_start,
    date_end,
    amount,
    currency,
    records_found,
    records_processed,
    confidence,
    pages_total as pages,
    pages_failed,
    edits,
    uploaded_at,
    processed_at,
    reason,
    error_message,
    (select counted.total_rows from counted) as total_rows,
from chosen
order by uploaded_at desc, upload_id
limit $limit offset $offset;
