-- Grain: one invoice that two runs tell of differently, the largest amount first; change as in
-- live.run_differences. Units: total_amount in currency; confidences 0 to 1.
-- total_rows: without limit.
-- Parameters: $before, $after (reconciliation ids), $change (null = all), $limit, $offset.
with line_words as (
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
    from live.run_differences($before, $after) as paired
    left join live.invoices
        on paired.invoice_id = invoices.invoice_id
    left join line_words as before_words
        on paired.lines_before[1] = before_words.transaction_id
    left join line_words as after_words
        on paired.lines_after[1] = after_words.transaction_id
    where
        paired.change <> 'same'
        and ($change is null or paired.change = $change)
)

select
    *,
    count(*) over () as total_rows,
from told
order by abs(total_amount) desc nulls last, invoice_id
limit $limit offset $offset;
