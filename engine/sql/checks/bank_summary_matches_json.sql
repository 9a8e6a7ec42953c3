-- The summary columns of a statement repeat what its JSON adds up to.
with sums as (
    select
        upload_id,
        count(*) as transactions,
        coalesce(-sum(amount) filter (where amount < 0), 0) as debits,
        coalesce(sum(amount) filter (where amount > 0), 0) as credits,
    from live.stg_transactions
    group by upload_id
)

select
    uploads.upload_id,
    uploads.file_name,
    uploads.records_found,
    coalesce(sums.transactions, 0) as transactions_in_json,
    uploads.total_debits,
    coalesce(sums.debits, 0) as debits_in_json,
    uploads.total_credits,
    coalesce(sums.credits, 0) as credits_in_json,
from live.stg_uploads as uploads
left join sums
    on uploads.upload_id = sums.upload_id
where
    uploads.kind = 'bank'
    and uploads.status in ('completed', 'partial', 'confirmed')
    and (
        uploads.records_found is distinct from transactions_in_json
        or abs(uploads.total_debits - debits_in_json) > 0.005
        or abs(uploads.total_credits - credits_in_json) > 0.005
    );
