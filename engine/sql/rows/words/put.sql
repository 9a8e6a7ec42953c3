-- The words of pages. Parameters: $upload_ids, $page_numbers and $words, as long as each other.
insert into document_words (upload_id, page_number, words)
select
    unnest($upload_ids::varchar[]) as upload_id,
    unnest($page_numbers::integer[]) as page_number,
    unnest($words::varchar[]) as words;
