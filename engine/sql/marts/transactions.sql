-- Grain: one line of a statement that was read and not rejected, newest first.
-- Units: amount and balance in currency, credit positive, debit negative; confidences 0 to 1.
-- match_state: matched, partial, suggested, unmatched. total_rows: without limit.
-- Parameters (null = all): $upload_id, $from_date, $to_date (booking date), $account, $currency,
-- $type, $match_state, $reference, $search, $limit, $offset.
with chosen as not materialized (
    select *
    from live.transactions
    where
        ($upload_id is null or upload_id = $upload_id)
        and ($from_date is null or transaction_date >= $from_date)
        and ($to_date is null or transaction_date <= $to_date)
        and ($account is null or account_number = $account)
        and ($currency is null or currency = $currency)
        and ($type is null or type = $type)
        and ($match_state is null or match_state = $match_state)
        and ($reference is null or reference = $reference)
        and (
            $search is null
            or contains(lower(concat_ws(' ', description, counterparty, reference)), lower($search))
        )
),

counted as (
    select count(*) as total_rows
    from chosen
)

select
    upload_id,
    transaction_id,
    transaction_index,
    page,
    account_number,
    bank_name,
    transaction_date,
    value_date,
    description,
    counterparty,
    reference,
    type,
    currency,
    amount,
    balance,
    match_state,
    decision,
    match_confidence,
    reconciliation_id,
    match_id,
    confidence,
    check_count,
    first_check,
    (select counted.total_rows from counted) as total_rows,
from chosen
order by transaction_date desc nulls last, upload_id, transaction_index
limit $limit offset $offset;
