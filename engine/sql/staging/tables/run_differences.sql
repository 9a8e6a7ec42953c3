-- Grain: one invoice that a run or a later one matched, of the runs earlier_id and later_id.
-- change: gained (no match before), lost (no match now), moved (other bank lines), surer (was to
-- look at, is matched), less_sure (the other way round), same. Rejected matches count as none.
create macro if not exists live.run_differences(earlier_id, later_id) as table
    with held as (
        select
            reconciliation_id,
            list,
            confidence,
            list_sort(transaction_ids) as line_ids,
            unnest(invoice_ids) as invoice_id,
        from live.stg_matches
        where
            reconciliation_id in (earlier_id, later_id)
            and decision <> 'rejected'
    ),

    earlier as (
        select *
        from held
        where reconciliation_id = earlier_id
    ),

    later as (
        select *
        from held
        where reconciliation_id = later_id
    )

    select
        coalesce(earlier.invoice_id, later.invoice_id) as invoice_id,
        earlier.list as list_before,
        later.list as list_after,
        earlier.line_ids as lines_before,
        later.line_ids as lines_after,
        earlier.confidence as confidence_before,
        later.confidence as confidence_after,
        case
            when earlier.invoice_id is null then 'gained'
            when later.invoice_id is null then 'lost'
            when earlier.line_ids <> later.line_ids then 'moved'
            when earlier.list = 'partial' and later.list = 'matched' then 'surer'
            when earlier.list = 'matched' and later.list = 'partial' then 'less_sure'
            else 'same'
        end as change,
    from earlier
    full join later
        on earlier.invoice_id = later.invoice_id;
