-- One row of stg_uploads per stale statement.
-- problem: the first thing a person should look at.
insert into live.stg_uploads by name
with uploads as (
    select
        *,
        document.transactions as transactions,
        list_position(
            list_transform(
                document.transactions, lambda t: t.date is null or t.amount is null
            ),
            true
        ) as incomplete_index,
        list_filter(
            document.audit_trail, lambda e: e.action in ('send back', 'answer', 'reject')
        )[-1] as remark,
        list_position(
            list_transform(document.transactions, lambda t: len(t.checks) > 0), true
        ) as doubtful_index,
    from live.parsed_bank_uploads
)

select
    upload_id as row_key,
    'bank' as kind,
    upload_id,
    row_version,
    file_name,
    status,
    error_message,
    bank_name as party,
    (bank_name is not null)::bigint as party_count,
    account_number as reference,
    account_name,
    currency,
    closing_balance as amount,
    opening_balance,
    total_debits,
    total_credits,
    statement_period_start as date_start,
    statement_period_end as date_end,
    total_transactions_found as records_found,
    total_transactions_processed as records_processed,
    confidence_score as confidence,
    list_min(list_transform(transactions, lambda t: t.confidence)) as lowest_confidence,
    json_bytes,
    pages_total,
    document.processing_info.pages_text as pages_text,
    document.processing_info.pages_ocr as pages_ocr,
    coalesce(len(document.processing_info.failed_pages), 0) as pages_failed,
    coalesce(len(list_filter(document.audit_trail, lambda e: e.target <> 'row')), 0) as edits,
    coalesce(
        list_sum(
            list_transform(
                transactions,
                lambda t: (
                    (t.date is not null)::integer
                    + (t.value_date is not null)::integer
                    + (t.description is not null)::integer
                    + (t.amount is not null)::integer
                    + (t.balance is not null)::integer
                    + (t.reference is not null)::integer
                    + (t.counterparty is not null)::integer
                )
            )
        ),
        0
    )::bigint as values_read,
    case
        when status = 'confirmed'
            then
                list_max(
                    list_transform(
                        list_filter(document.audit_trail, lambda e: e.action = 'confirm'),
                        lambda e: e.at
                    )
                )
    end as confirmed_at,
    case
        when status = 'confirmed'
            then list_filter(document.audit_trail, lambda e: e.action = 'confirm')[-1].by
    end as confirmed_by,
    case when remark.action = 'send back' then remark.by end as asked_by,
    case when remark.action = 'send back' then remark.at end as asked_at,
    case when remark.action = 'send back' then split_part(remark.after, ': ', 1) end as asked_whom,
    case
        when remark.action = 'send back'
            then substring(remark.after, position(': ' in remark.after) + 2)
    end as remark,
    coalesce(
        document.processing_info.warnings[1],
        document.statement_info.checks[1],
        case
            when incomplete_index is not null
                then
                    'Line ' || incomplete_index
                    || case
                        when transactions[incomplete_index].amount is null
                            then ': no amount was read'
                        else ': no date was read'
                    end
        end,
        'Line ' || doubtful_index || ': ' || transactions[doubtful_index].checks[1]
    ) as problem,
    processing_duration_seconds as processing_seconds,
    document.processing_info.engine_version as engine_version,
    upload_timestamp as uploaded_at,
    processing_end as processed_at,
from uploads;
