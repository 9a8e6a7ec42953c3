-- Grain: one row. Shares and confidence from 0 to 1, null when there is nothing to divide by.
-- Parameters (null = all): $from_date, $to_date (invoice date, booking date, day of upload),
-- $vendor (of invoices), $account (of transactions), $currency; $today dates the oldest open one.
-- match_rate: invoices that are paid in full by a match, of all invoices.
-- straight_through_share: uploads read whole that no person had or has to touch, of all that were
-- tried.
with chosen_invoices as (
    select *
    from live.invoices
    where
        ($from_date is null or invoice_date >= $from_date)
        and ($to_date is null or invoice_date <= $to_date)
        and ($vendor is null or vendor_name = $vendor)
        and ($currency is null or currency = $currency)
),

chosen_uploads as (
    select *
    from live.documents
    where
        ($from_date is null or uploaded_at::date >= $from_date)
        and ($to_date is null or uploaded_at::date <= $to_date)
),

invoice_counts as (
    select
        count(*) as invoices,
        count(*) filter (where match_state = 'matched') as invoices_matched,
        count(*) filter (where match_state = 'partial') as invoices_partial,
        count(*) filter (where match_state = 'suggested') as invoices_suggested,
        count(*) filter (where match_state = 'unmatched') as invoices_unmatched,
        invoices_matched / nullif(invoices, 0) as match_rate,
    from chosen_invoices
),

chosen_transactions as (
    select *
    from live.transactions
    where
        ($from_date is null or transaction_date >= $from_date)
        and ($to_date is null or transaction_date <= $to_date)
        and ($account is null or account_number = $account)
        and ($currency is null or currency = $currency)
),

transaction_counts as (
    select
        count(*) as transactions,
        count(*) filter (where match_state in ('matched', 'partial')) as transactions_matched,
        transactions_matched / nullif(transactions, 0) as transaction_match_rate,
    from chosen_transactions
),

oldest as (
    select
        upload_id as oldest_open_upload_id,
        invoice_id as oldest_open_invoice_id,
        invoice_number as oldest_open_invoice_number,
        vendor_name as oldest_open_vendor,
        due_on as oldest_open_due_on,
        date_diff('day', due_on, $today::date) as oldest_open_days,
    from chosen_invoices
    where amount_open > 0 and due_on is not null
    order by due_on, invoice_id
    limit 1
),

upload_counts as (
    select
        count(*) as uploads,
        count(*) filter (where status in ('pending', 'processing')) as uploads_unread,
        count(*) filter (where status = 'failed') as uploads_failed,
        count(*) filter (where reason is not null) as uploads_waiting,
        count(*) filter (where status = 'confirmed') as uploads_confirmed,
        uploads - uploads_unread as uploads_tried,
        count(*) filter (
            where
            status in ('completed', 'confirmed')
            and pages_failed = 0
            and edits = 0
            and reason is null
        ) as uploads_straight_through,
        uploads_straight_through / nullif(uploads_tried, 0) as straight_through_share,
        sum(edits)::bigint as edits,
        avg(confidence) filter (where status in ('completed', 'partial', 'confirmed'))
            as mean_confidence,
        median(date_diff('second', uploaded_at, processed_at)) filter (
            where status in ('completed', 'partial', 'confirmed')
        ) as median_seconds_to_read,
    from chosen_uploads
)

select
    invoice_counts.*,
    transaction_counts.*,
    upload_counts.*,
    oldest.*,
from invoice_counts
cross join transaction_counts
cross join upload_counts
left join oldest
    on true;
