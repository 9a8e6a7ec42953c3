-- Grain: one row for all records of stale rows that runs speak of.
-- print: other than before where one of them came, went, or is worth something else.
with records as (
    select
        'invoice' as kind,
        invoice_id as record_id,
        hash(
            invoice_id,
            upload_id,
            currency,
            amount_due,
            total_amount,
            invoice_date,
            due_date
        ) as print,
    from live.stg_invoices
    semi join live.stale_rows
        on stg_invoices.row_key = stale_rows.row_key
    union all
    select
        'transaction' as kind,
        transaction_id as record_id,
        hash(transaction_id, upload_id, currency, amount) as print,
    from live.stg_transactions
    semi join live.stale_rows
        on stg_transactions.row_key = stale_rows.row_key
)

select
    count(*) as referred,
    coalesce(bit_xor(records.print), 0) as print,
from records
semi join live.referred_records
    on
        records.kind = referred_records.kind
        and records.record_id = referred_records.record_id;
