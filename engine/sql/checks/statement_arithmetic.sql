-- Opening balance plus transactions gives the closing balance of every confirmed statement.
with sums as (
    select
        upload_id,
        sum(amount) as net,
        count(*) - count(amount) as unknown_amounts,
        count(distinct account_number) as accounts,
    from live.stg_transactions
    group by upload_id
)

select
    uploads.upload_id,
    uploads.file_name,
    uploads.opening_balance,
    sums.net,
    uploads.amount as closing_balance,
    uploads.opening_balance + sums.net - uploads.amount as difference,
from live.stg_uploads as uploads
inner join sums
    on uploads.upload_id = sums.upload_id
where
    uploads.kind = 'bank'
    and uploads.status = 'confirmed'
    and sums.unknown_amounts = 0
    and sums.accounts <= 1
    and uploads.opening_balance + sums.net <> uploads.amount
order by uploads.upload_id;
