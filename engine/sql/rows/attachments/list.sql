-- Grain: the newest version of one attached paper, in the order asked for.
-- found_page and found_text: where a search found its first word. Units: total_amount in currency.
-- Parameters (null = all): $terms (each must stand in the paper's names or on one of its pages),
-- $doc_type, $status, $related_module, $related_ids, $is_linked, $deleted (never null);
-- then $sort, $descending, $limit, $offset. total_rows: without limit.
with papers as (
    select
        document_uploads.*,
        attachments.* exclude (document_id),
        lower(
            strip_accents(
                concat_ws(
                    ' ',
                    document_uploads.file_name,
                    attachments.document_number,
                    attachments.party,
                    document_uploads.related_id
                )
            )
        ) as names,
    from attachments
    inner join document_uploads
        on attachments.document_id = document_uploads.id
    where
        attachments.replaced_by is null
        and (attachments.deleted_at is not null) = $deleted
        and ($doc_type is null or document_uploads.doc_type = $doc_type)
        and ($status is null or attachments.status = $status)
        and ($related_module is null or document_uploads.related_module = $related_module)
        and (
            $related_ids is null
            or list_contains($related_ids::varchar[], document_uploads.related_id)
        )
        and ($is_linked is null or (document_uploads.related_id is not null) = $is_linked)
),

pages as (
    select
        papers.id,
        document_words.page_number,
        document_words.words,
    from papers
    inner join document_words
        on papers.id = document_words.upload_id
    where $terms is not null
),

found as (
    select papers.id
    from papers
    where
        $terms is null
        or list_bool_and(
            list_transform($terms::varchar[], lambda t: contains(papers.names, t))
        )
    union
    select papers.id
    from papers
    inner join pages
        on papers.id = pages.id
    where
        list_bool_and(
            list_transform(
                $terms::varchar[],
                lambda t: contains(pages.words, t) or contains(papers.names, t)
            )
        )
),

places as (
    select
        id,
        min(page_number) as found_page,
        arg_min(
            substring(
                words,
                greatest(1, position(list_extract($terms::varchar[], 1) in words) - 24),
                100
            ),
            page_number
        ) as found_text,
    from pages
    where contains(words, list_extract($terms::varchar[], 1))
    group by id
)

select
    papers.* exclude (names),
    places.found_page,
    places.found_text,
    count(*) over () as total_rows,
from papers
inner join found
    on papers.id = found.id
left join places
    on papers.id = places.id
order by
    case when $sort = 'upload_at' and $descending then papers.upload_at end desc nulls last,
    case when $sort = 'upload_at' and not $descending then papers.upload_at end nulls last,
    case when $sort = 'date' and $descending then papers.document_date end desc nulls last,
    case when $sort = 'date' and not $descending then papers.document_date end nulls last,
    case when $sort = 'total' and $descending then papers.total_amount end desc nulls last,
    case when $sort = 'total' and not $descending then papers.total_amount end nulls last,
    case
        when not $descending then
            case $sort
                when 'file_name' then lower(papers.file_name)
                when 'party' then lower(papers.party)
                when 'number' then lower(papers.document_number)
            end
    end nulls last,
    case
        when $descending then
            case $sort
                when 'file_name' then lower(papers.file_name)
                when 'party' then lower(papers.party)
                when 'number' then lower(papers.document_number)
            end
    end desc nulls last,
    papers.upload_at desc,
    papers.id
limit $limit offset $offset;
