-- Grain: one upload behind a figure of the dashboard, newest first. total_rows: without limit.
-- $state: straight_through, touched (tried, but not that), waiting, confirmed, read, matched, all.
-- Units: seconds_to_confirm from upload until a person confirmed; seconds_per_page of reading.
-- Parameters (null = all): $state, $kind, $cause (as in doubt_causes), $from_date, $to_date (day
-- of upload), $vendor, $account, $currency, $limit.
with corrected as (
    select
        upload_id,
        count(*) as corrections,
    from live.corrections
    group by upload_id
),

settled as (
    select
        upload_id,
        bool_and(match_state = 'matched') as is_matched,
    from live.invoices
    group by upload_id
),

told as (
    select
        documents.*,
        coalesce(corrected.corrections, 0) as corrections,
        documents.status in ('completed', 'confirmed')
        and documents.pages_failed = 0
        and coalesce(corrected.corrections, 0) = 0
        and documents.reason is null as is_straight_through,
        coalesce(settled.is_matched, false) as is_matched,
    from live.uploads_about($from_date, $to_date, $vendor, $account, $currency) as documents
    left join corrected
        on documents.upload_id = corrected.upload_id
    left join settled
        on documents.upload_id = settled.upload_id
    where $kind is null or documents.kind = $kind
)

select
    kind,
    upload_id,
    file_name,
    status,
    party,
    currency,
    amount,
    confidence,
    corrections,
    reason,
    uploaded_at,
    date_diff('second', uploaded_at, confirmed_at) as seconds_to_confirm,
    pages_total as pages,
    processing_seconds / nullif(pages_total, 0) as seconds_per_page,
    count(*) over () as total_rows,
from told
where
    (
        $cause is null
        or regexp_replace(
            regexp_replace(reason, '^(Invoice|Line) \d+: ', ''), '\d[\d.,]*\d|\d', '…', 'g'
        ) = $cause
    )
    and case coalesce($state, 'all')
        when 'straight_through' then is_straight_through
        when 'touched' then not is_straight_through and status not in ('pending', 'processing')
        when 'waiting' then reason is not null
        when 'confirmed' then status = 'confirmed'
        when 'read' then status not in ('pending', 'processing', 'failed')
        when 'matched' then status = 'confirmed' and is_matched
        else true
    end
order by uploaded_at desc, upload_id
limit $limit;
