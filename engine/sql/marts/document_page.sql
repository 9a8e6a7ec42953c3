-- Grain: one upload on the page that is asked for, in the order asked for, beside the counts of all
-- that fit (counts: JSON, one entry per kind, status, currency, whether it needs a person, in whose
-- hands it is and whether it was sent back; null when none fits). There is always a row: where no
-- upload is on the page, its columns are null.
-- Columns as in documents; found_page and found_text: where a search found its first word.
-- Units: amount in currency; confidence from 0 to 1; uploaded_at in UTC.
-- Parameters (null = all): $terms (each must stand in the upload's names or on one of its pages;
-- the rarest first is the quickest),
-- $from_date, $to_date (day of upload), then of what fits: $kind, $statuses, $needs_person,
-- $currency, $hands (me: assigned to $me, nobody, others), $is_sent_back; $sort (a column of keys),
-- $descending, $limit, $offset.
with dated as (
    select *
    from live.documents
    where
        ($from_date is null or uploaded_at::date >= $from_date)
        and ($to_date is null or uploaded_at::date <= $to_date)
),

named as (
    select
        upload_id,
        replace(
            lower(strip_accents(concat_ws(' ', file_name, party, reference, account_name))),
            'ß',
            'ss'
        ) as names,
    from dated
    where $terms is not null
),

-- The first term is looked for by itself: that leaves few pages to hold against all of them.
pages_found as (
    select
        document_words.upload_id,
        document_words.words,
    from document_words
    where
        $terms is not null
        and contains(document_words.words, list_extract($terms::varchar[], 1))
    union all
    select
        document_words.upload_id,
        document_words.words,
    from document_words
    inner join named
        on
            document_words.upload_id = named.upload_id
            and contains(named.names, list_extract($terms::varchar[], 1))
    where len($terms::varchar[]) > 1
),

found as (
    select named.upload_id
    from named
    where list_bool_and(list_transform($terms::varchar[], lambda t: contains(named.names, t)))
    union
    select pages_found.upload_id
    from pages_found
    inner join named
        on pages_found.upload_id = named.upload_id
    where
        list_bool_and(
            list_transform(
                $terms::varchar[],
                lambda t: contains(pages_found.words, t) or contains(named.names, t)
            )
        )
),

-- Narrow on purpose: everything that fits is counted and sorted, the page alone is read whole.
fitting as materialized (
    select
        upload_id,
        kind,
        status,
        currency,
        reason is not null as needs_person,
        case when assignee is null then 'nobody' when assignee = $me then 'me' else 'others' end
            as hands,
        remark is not null and status in ('completed', 'partial') as is_sent_back,
        uploaded_at,
        case $sort
            when 'uploaded_at' then epoch(uploaded_at)
            when 'amount' then amount::double
            when 'confidence' then coalesce(confidence, 0)
            when 'document_date' then epoch(coalesce(date_end, date_start)::timestamp)
            when 'records_found' then records_found::double
        end * case when $descending then -1 else 1 end as number_key,
        case $sort
            when 'file_name' then lower(file_name)
            when 'party' then lower(party)
            when 'status' then status
            when 'reason' then lower(reason)
        end as text_key,
    from dated
    where $terms is null or upload_id in (select found.upload_id from found)
),

groups as (
    select
        kind,
        status,
        currency,
        needs_person,
        hands,
        is_sent_back,
        count(*) as uploads,
    from fitting
    group by all
),

counted as (
    select to_json(list(groups))::varchar as counts
    from groups
),

page as (
    select *
    from fitting
    where
        ($kind is null or kind = $kind)
        and ($statuses is null or list_contains($statuses::varchar[], status))
        and ($needs_person is null or needs_person = $needs_person)
        and ($currency is null or currency = $currency)
        and ($hands is null or hands = $hands)
        and ($is_sent_back is null or is_sent_back = $is_sent_back)
    order by
        number_key nulls last,
        case when not $descending then text_key end nulls last,
        case when $descending then text_key end desc nulls last,
        uploaded_at desc,
        upload_id
    limit $limit offset $offset
),

places as (
    select
        page.upload_id,
        min(document_words.page_number) as found_page,
        -- From the beginning of a word a little before what was looked for.
        arg_min(
            regexp_replace(
                substring(
                    ' ' || document_words.words,
                    greatest(
                        1,
                        position(list_extract($terms::varchar[], 1) in document_words.words) - 24
                    ),
                    100
                ),
                '^\S*\s',
                ''
            ),
            document_words.page_number
        ) as found_text,
    from page
    inner join document_words
        on page.upload_id = document_words.upload_id
    where
        $terms is not null
        and contains(document_words.words, list_extract($terms::varchar[], 1))
    group by page.upload_id
)

select
    documents.kind,
    documents.upload_id,
    documents.row_version,
    documents.file_name,
    documents.status,
    documents.party,
    documents.party_count,
    documents.reference as number,
    documents.account_name,
    coalesce(documents.date_end, documents.date_start) as document_date,
    documents.date_start,
    documents.date_end,
    documents.amount,
    documents.currency,
    documents.records_found,
    documents.confidence,
    documents.pages_total as pages,
    documents.pages_failed,
    documents.uploaded_at,
    documents.reason,
    documents.assignee,
    documents.confirmed_by,
    case when page.is_sent_back then documents.remark end as remark,
    case when page.is_sent_back then documents.asked_by end as asked_by,
    case when page.is_sent_back then documents.asked_whom end as asked_whom,
    places.found_page,
    places.found_text,
    counted.counts,
from counted
left join page
    on true
left join live.documents
    on page.upload_id = documents.upload_id
left join places
    on page.upload_id = places.upload_id
order by
    page.number_key nulls last,
    case when not $descending then page.text_key end nulls last,
    case when $descending then page.text_key end desc nulls last,
    page.uploaded_at desc,
    page.upload_id;
