-- The words of pages of one upload. Parameters: $upload_id, $page_numbers and $words, as long.
insert into document_words (upload_id, page_number, words)
select
    $upload_id as upload_id,
    unnest($page_numbers::integer[]) as page_number,
    unnest($words::varchar[]) as words;
