-- One row of stg_uploads per stale invoice upload.
-- problem: the first thing a person should look at.
insert into live.stg_uploads by name
with uploads as (
    select
        *,
        document.invoices as invoices,
        list_position(
            list_transform(
                document.invoices,
                lambda i: (
                    i.invoice_number is null
                    or i.invoice_date is null
                    or i.total_amount is null
                    or i.currency is null
                )
            ),
            true
        ) as incomplete_index,
        list_filter(
            document.audit_trail, lambda e: e.action in ('send back', 'answer', 'reject')
        )[-1] as remark,
    from live.parsed_invoice_uploads
)

select
    upload_id as row_key,
    'invoice' as kind,
    upload_id,
    row_version,
    file_name,
    status,
    error_message,
    json_keys(vendor_summary)[1] as party,
    coalesce(len(json_keys(vendor_summary)), 0) as party_count,
    case when len(invoices) = 1 then invoices[1].invoice_number end as reference,
    case when total_amount is not null then json_keys(currency_summary)[1] end as currency,
    total_amount as amount,
    date_range_start as date_start,
    date_range_end as date_end,
    total_invoices_found as records_found,
    total_invoices_processed as records_processed,
    confidence_score as confidence,
    list_min(list_transform(invoices, lambda i: i.confidence)) as lowest_confidence,
    json_bytes,
    pages_total,
    document.processing_info.pages_text as pages_text,
    document.processing_info.pages_ocr as pages_ocr,
    coalesce(len(document.processing_info.failed_pages), 0) as pages_failed,
    coalesce(len(list_filter(document.audit_trail, lambda e: e.target <> 'row')), 0) as edits,
    coalesce(
        list_sum(
            list_transform(
                invoices,
                lambda i: (
                    (i.invoice_number is not null)::integer
                    + (i.invoice_date is not null)::integer
                    + (i.due_date is not null)::integer
                    + (i.vendor_name is not null)::integer
                    + (i.vendor_tax_id is not null)::integer
                    + (i.customer_name is not null)::integer
                    + (i.currency is not null)::integer
                    + (i.subtotal is not null)::integer
                    + (i.tax_amount is not null)::integer
                    + (i.total_amount is not null)::integer
                    + (i.purchase_order is not null)::integer
                    + (i.iban is not null)::integer
                    + (i.payment_reference is not null)::integer
                    + 3 * coalesce(len(i.line_items), 0)
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
        case
            when incomplete_index is not null
                then
                    case
                        when len(invoices) > 1 then 'Invoice ' || incomplete_index || ': '
                        else ''
                    end
                    || case
                        when invoices[incomplete_index].total_amount is null
                            then 'no total was read'
                        when invoices[incomplete_index].currency is null
                            then 'no currency was read'
                        when invoices[incomplete_index].invoice_date is null
                            then 'no date was read'
                        else 'no invoice number was read'
                    end
        end,
        flatten(list_transform(invoices, lambda i: i.checks))[1]
    ) as problem,
    processing_duration_seconds as processing_seconds,
    document.processing_info.engine_version as engine_version,
    upload_timestamp as uploaded_at,
    processing_end as processed_at,
from uploads;
