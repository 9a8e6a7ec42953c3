-- Grain: one invoice that two runs tell of differently, the largest amount first.
-- change: gained (no match before), lost (no match now), moved (other bank lines), surer (was to
-- look at, is matched), less_sure (the other way round). Units: total_amount in currency;
-- confidences 0 to 1. total_rows: without limit. Rejected matches count as none.
-- Parameters: $before, $after (reconciliation ids), $change (null = all), $limit, $offset.
with held as (
    select
        reconciliation_id,
        list,
        confidence,
        list_sort(transaction_ids) as line_ids,
        unnest(invoice_ids) as invoice_id,
    from live.stg_matches
    where
        reconciliation_id in ($before, $after)
        and decision <> 'rejected'
),

earlier as (
    select *
    from held
    where reconciliation_id = $before
),

later as (
    select *
    from held
    where reconciliation_id = $after
),

paired as (
    select
        coalesce(earlier.invoice_id, later.invoice_id) as invoice_id,
        earlier.list as list_before,
        later.list as list_after,
        earlier.line_ids as lines_before,
        later.line_ids as lines_after,
        earlier.confidence as confidence_before,
        later.confidence as confidence_after,
        case
            when earlier.invoice_id is null then 'gained'
            when later.invoice_id is null then 'lost'
            when earlier.line_ids <> later.line_ids then 'moved'
            when earlier.list = 'partial' and later.list = 'matched' then 'surer'
            when earlier.list = 'matched' and later.list = 'partial' then 'less_sure'
        end as change,
    from earlier
    full join later
        on earlier.invoice_id = later.invoice_id
),

line_words as (
    select
        transaction_id,
        concat_ws(
            ' · ',
            strftime(transaction_date, '%Y-%m-%d'),
            regexp_replace(amount::varchar, '0{1,2}$', ''),
            description
        ) as words,
    from live.stg_transactions
),

told as (
    select
        paired.change,
        paired.invoice_id,
        invoices.upload_id,
        invoices.invoice_number,
        case
            when invoices.direction = 'receivable' then invoices.customer_name
            else invoices.vendor_name
        end as party,
        invoices.currency,
        invoices.total_amount,
        paired.list_before,
        paired.list_after,
        paired.confidence_before,
        paired.confidence_after,
        paired.lines_before,
        paired.lines_after,
        before_words.words as line_before,
        after_words.words as line_after,
    from paired
    left join live.invoices
        on paired.invoice_id = invoices.invoice_id
    left join line_words as before_words
        on paired.lines_before[1] = before_words.transaction_id
    left join line_words as after_words
        on paired.lines_after[1] = after_words.transaction_id
    where
        paired.change is not null
        and ($change is null or paired.change = $change)
)

select
    *,
    count(*) over () as total_rows,
from told
order by abs(total_amount) desc nulls last, invoice_id
limit $limit offset $offset;
