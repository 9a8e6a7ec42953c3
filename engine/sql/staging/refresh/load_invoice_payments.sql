-- See tables/invoice_payments.sql. amount_paid is null when the match is in another currency.
-- Members whose sign is not that of the match's sum (credit notes among invoices) are used up
-- whole, and what they are worth is there to be paid out to the others. A match that says itself
-- which line pays how much is believed; it settles in full what it leaves nothing of.
insert into live.invoice_payments by name
with members as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        stg_matches.settlement,
        stg_matches.currency,
        stg_matches.amount_matched,
        len(stg_matches.allocations) > 0 as is_told,
        unnest(stg_matches.invoice_ids) as invoice_id,
    from live.stg_matches
    inner join live.match_standing
        on
            stg_matches.reconciliation_id = match_standing.reconciliation_id
            and stg_matches.match_id = match_standing.match_id
    where match_standing.in_force
),

billed as (
    select
        members.*,
        case
            when members.currency is null or members.currency = stg_invoices.currency
                then coalesce(stg_invoices.amount_due, stg_invoices.total_amount)
        end as payable,
        match_claims.claimed,
        stg_invoices.due_date,
        stg_invoices.invoice_date,
    from members
    inner join live.stg_invoices
        on members.invoice_id = stg_invoices.invoice_id
    inner join live.match_claims
        on
            members.reconciliation_id = match_claims.reconciliation_id
            and members.match_id = match_claims.match_id
            and match_claims.kind = 'invoice'
            and members.invoice_id = match_claims.record_id
),

signed as (
    select
        *,
        sign(sum(payable) over whole_match) as match_sign,
        bool_or(payable is null) over whole_match as is_unknown,
    from billed
    window whole_match as (partition by reconciliation_id, match_id)
),

queued as (
    select
        *,
        amount_matched
        + coalesce(
            sum(abs(payable)) filter (where sign(payable) <> match_sign) over whole_match, 0
        ) as available,
        coalesce(
            sum(abs(payable)) filter (where sign(payable) = match_sign) over earlier_members, 0
        ) as paid_before,
    from signed
    window
        whole_match as (partition by reconciliation_id, match_id),
        earlier_members as (
            partition by reconciliation_id, match_id
            order by due_date nulls last, invoice_date nulls last, invoice_id
            rows between unbounded preceding and 1 preceding
        )
)

select
    reconciliation_id,
    match_id,
    invoice_id,
    case
        when is_told and payable is not null then false
        else settlement = 'full'
    end as settles_in_full,
    case
        when is_told and payable is not null then sign(payable) * claimed
        when settlement = 'full' then payable
        when is_unknown then null
        when sign(payable) <> match_sign then payable
        else match_sign * least(abs(payable), greatest(available - paid_before, 0))
    end as amount_paid,
from queued;
