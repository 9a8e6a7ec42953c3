-- Grain: one line of the register, as its page shows them.
-- Units: amount and balance in currency, credit positive, debit negative; confidences 0 to 1.
-- balance: as printed, or worked out from the printed ones of its statement and account where all
-- of these agree in the order of the lines; is_balance_printed tells which.
-- Parameters (null = all): $upload_id, $accounts, $types, $states, $from_date, $to_date (booking
-- day), $least, $most (amount without its sign), $way (in, out), $party, $search, $sort_by (date,
-- amount, party, account), $descending, $limit, $offset.
with page as materialized (
    select *
    from live.register
    where
        ($upload_id is null or upload_id = $upload_id)
        and ($accounts is null or list_contains($accounts, account_number))
        and ($types is null or list_contains($types, type))
        and ($from_date is null or transaction_date >= $from_date)
        and ($to_date is null or transaction_date <= $to_date)
        and ($least is null or abs(amount) >= $least)
        and ($most is null or abs(amount) <= $most)
        and ($way is null or (amount > 0) = ($way = 'in'))
        and ($party is null or contains(lower(counterparty), lower($party)))
        and (
            $search is null
            or contains(lower(description), lower($search))
            or contains(lower(counterparty), lower($search))
            or contains(lower(reference), lower($search))
        )
        and ($states is null or list_contains($states, state))
    order by
        case when $sort_by = 'amount' and $descending then amount end desc nulls last,
        case when $sort_by = 'amount' then amount end asc nulls last,
        case when $sort_by = 'party' and $descending then lower(counterparty) end desc nulls last,
        case when $sort_by = 'party' then lower(counterparty) end asc nulls last,
        case when $sort_by = 'account' and $descending then account_number end desc nulls last,
        case when $sort_by = 'account' then account_number end asc nulls last,
        case when $descending then transaction_date end desc nulls last,
        case when not $descending then transaction_date end asc nulls last,
        upload_id,
        case when $descending then -transaction_index else transaction_index end
    limit $limit offset $offset
),

running as (
    select
        upload_id,
        transaction_id,
        account_number,
        currency,
        balance,
        sum(amount) over (
            partition by upload_id, account_number, currency
            order by transaction_index
        ) as moved,
    from live.stg_transactions
    where upload_id in (select page.upload_id from page)
),

anchors as (
    select
        upload_id,
        account_number,
        currency,
        min(balance - moved) as started_at,
    from running
    group by
        upload_id,
        account_number,
        currency
    having count(balance) > 0 and min(balance - moved) = max(balance - moved)
)

select
    page.upload_id,
    page.transaction_id,
    page.transaction_index,
    page.page,
    page.account_number,
    page.bank_name,
    page.transaction_date,
    page.value_date,
    page.description,
    page.counterparty,
    page.reference,
    page.type,
    page.currency,
    page.amount,
    coalesce(page.balance, anchors.started_at + running.moved) as balance,
    page.balance is not null as is_balance_printed,
    page.state,
    page.aside_kind,
    page.aside_evidence,
    page.aside_rule,
    page.kept_id,
    page.decision,
    page.match_confidence,
    page.reconciliation_id,
    page.match_id,
    page.confidence,
    page.first_check,
from page
left join running
    on page.transaction_id = running.transaction_id
left join anchors
    on
        page.upload_id = anchors.upload_id
        and page.account_number is not distinct from anchors.account_number
        and page.currency is not distinct from anchors.currency
order by
    case when $sort_by = 'amount' and $descending then page.amount end desc nulls last,
    case when $sort_by = 'amount' then page.amount end asc nulls last,
    case when $sort_by = 'party' and $descending then lower(page.counterparty) end desc nulls last,
    case when $sort_by = 'party' then lower(page.counterparty) end asc nulls last,
    case when $sort_by = 'account' and $descending then page.account_number end desc nulls last,
    case when $sort_by = 'account' then page.account_number end asc nulls last,
    case when $descending then page.transaction_date end desc nulls last,
    case when not $descending then page.transaction_date end asc nulls last,
    page.upload_id,
    case when $descending then -page.transaction_index else page.transaction_index end;
