-- See tables/invoice_states.sql for what the columns mean.
-- Parameters: $everything: of all invoices; otherwise of those of stale uploads.
insert into live.invoice_states by name
with chosen as (
    select *
    from live.stg_invoices
    where
        $everything
        or upload_id in (select stale_rows.row_key from live.stale_rows)
),

holders as (
    select distinct regexp_replace(lower(strip_accents(account_name)), '[^a-z0-9]', '', 'g') as name
    from live.stg_uploads
    where account_name is not null
),

named as (
    select
        upload_id,
        invoice_id,
        direction,
        regexp_replace(lower(strip_accents(vendor_name)), '[^a-z0-9]', '', 'g') as vendor,
        regexp_replace(lower(strip_accents(customer_name)), '[^a-z0-9]', '', 'g') as customer,
    from chosen
),

directed as (
    select
        upload_id,
        invoice_id,
        case
            when
                vendor in (select holders.name from holders)
                and coalesce(customer, '') not in (select holders.name from holders)
                then 'receivable'
            else direction
        end as direction,
    from named
),

payments as (
    select
        invoice_id,
        bool_or(settles_in_full) as is_settled,
        case when bool_and(amount_paid is not null) then sum(amount_paid) end as amount_paid,
    from live.invoice_payments
    group by invoice_id
),

held as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        stg_matches.decision,
        stg_matches.confidence,
        match_standing.rank,
        match_standing.in_force,
        unnest(stg_matches.invoice_ids) as invoice_id,
    from live.stg_matches
    inner join live.match_standing
        on
            stg_matches.reconciliation_id = match_standing.reconciliation_id
            and stg_matches.match_id = match_standing.match_id
),

best as (
    select *
    from held
    qualify row_number() over (partition by invoice_id order by in_force desc, rank) = 1
),

open_amounts as (
    select
        chosen.upload_id,
        chosen.invoice_id,
        payments.invoice_id is not null as is_paid,
        case
            when payments.is_settled or copies.record_id is not null then 0
            when payments.invoice_id is null
                then coalesce(chosen.amount_due, chosen.total_amount)
            else coalesce(chosen.amount_due, chosen.total_amount) - payments.amount_paid
        end as amount_open,
    from chosen
    left join payments
        on chosen.invoice_id = payments.invoice_id
    left join live.copies
        on
            copies.kind = 'invoice'
            and chosen.invoice_id = copies.record_id
)

select
    open_amounts.upload_id,
    open_amounts.invoice_id,
    directed.direction,
    case
        when open_amounts.is_paid and open_amounts.amount_open = 0 then 'matched'
        when open_amounts.is_paid then 'partial'
        when best.invoice_id is not null then 'suggested'
        else 'unmatched'
    end as match_state,
    open_amounts.amount_open,
    best.reconciliation_id,
    best.match_id,
    best.decision,
    best.confidence as match_confidence,
from open_amounts
inner join directed
    on
        open_amounts.upload_id = directed.upload_id
        and open_amounts.invoice_id = directed.invoice_id
left join best
    on open_amounts.invoice_id = best.invoice_id;
