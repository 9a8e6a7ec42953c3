-- Grain: one state and currency of the register under its filters, whatever the state.
-- Units: money_in and money_out positive, in currency. Parameters (null = all): as of register,
-- without $states, order and page.
select
    state,
    currency,
    count(*) as lines,
    coalesce(sum(amount) filter (where amount > 0), 0) as money_in,
    coalesce(-sum(amount) filter (where amount < 0), 0) as money_out,
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
group by
    state,
    currency
order by
    state,
    currency nulls last;
