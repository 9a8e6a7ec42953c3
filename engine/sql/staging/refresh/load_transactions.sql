-- Rows of stg_transactions from the stale uploads whose transactions count.
-- A line without an account or a currency of its own takes the statement's.
insert into live.stg_transactions by name
with transactions as (
    select
        upload_id,
        account_number,
        bank_name,
        statement_type,
        currency,
        unnest(document.transactions) as line,
        generate_subscripts(document.transactions, 1) as transaction_index,
    from live.parsed_bank_uploads
    where status in ('completed', 'partial', 'confirmed')
)

select
    upload_id as row_key,
    upload_id,
    transaction_index,
    line.transaction_id as transaction_id,
    coalesce(line.account_number, account_number) as account_number,
    bank_name,
    statement_type,
    line.description as description,
    line.reference as reference,
    line.counterparty as counterparty,
    line.type as type,
    coalesce(line.currency, currency) as currency,
    line.amount as amount,
    line.balance as balance,
    line.page as page,
    line.confidence as confidence,
    coalesce(len(line.checks), 0) as check_count,
    line.checks[1] as first_check,
    line.date as transaction_date,
    line.value_date as value_date,
from transactions;
