-- Grain: one match of a run, whatever its decision, with the names of its records; the least sure
-- first. Units: amount_matched positive in currency; difference is paid less billed; confidence 0
-- to 1. total_rows: without limit.
-- Parameters (null = all): $reconciliation_id, $decision, $list (matched, partial), $search,
-- $limit, $offset.
with bills as (
    select
        stg_matches.reconciliation_id,
        stg_matches.match_id,
        unnest(stg_matches.invoice_ids) as invoice_id,
    from live.stg_matches
    where stg_matches.reconciliation_id = $reconciliation_id
),

billed as (
    select
        bills.match_id,
        string_agg(
            coalesce(invoices.invoice_number, '–'), ', '
            order by invoices.invoice_date, bills.invoice_id
        ) as invoice_numbers,
        array_to_string(
            list(
                distinct case
                    when invoices.direction = 'receivable' then invoices.customer_name
                    else invoices.vendor_name
                end
            ),
            ', '
        ) as parties,
    from bills
    inner join live.invoices
        on bills.invoice_id = invoices.invoice_id
    group by bills.match_id
),

payments as (
    select
        stg_matches.match_id,
        unnest(stg_matches.transaction_ids) as transaction_id,
    from live.stg_matches
    where stg_matches.reconciliation_id = $reconciliation_id
),

paid as (
    select
        payments.match_id,
        min(stg_transactions.transaction_date) as paid_on,
        string_agg(
            stg_transactions.description, ' · '
            order by stg_transactions.transaction_date, payments.transaction_id
        ) as bank_words,
    from payments
    inner join live.stg_transactions
        on payments.transaction_id = stg_transactions.transaction_id
    group by payments.match_id
),

chosen as (
    select
        stg_matches.match_id,
        stg_matches.list,
        stg_matches.kind,
        stg_matches.decision,
        stg_matches.confidence,
        billed.parties,
        billed.invoice_numbers,
        stg_matches.amount_matched,
        stg_matches.difference,
        stg_matches.currency,
        paid.paid_on,
        paid.bank_words,
        len(stg_matches.invoice_ids) as invoices,
        len(stg_matches.transaction_ids) as transactions,
    from live.stg_matches
    left join billed
        on stg_matches.match_id = billed.match_id
    left join paid
        on stg_matches.match_id = paid.match_id
    where
        stg_matches.reconciliation_id = $reconciliation_id
        and ($decision is null or stg_matches.decision = $decision)
        and ($list is null or stg_matches.list = $list)
        and (
            $search is null
            or contains(
                lower(concat_ws(' ', billed.parties, billed.invoice_numbers, paid.bank_words)),
                lower($search)
            )
        )
)

select
    *,
    count(*) over () as total_rows,
from chosen
order by confidence, match_id
limit $limit offset $offset;
