-- Grain: one row per page of an upload whose words can be searched.
-- words is the page's text in reading order, in lower case, without accents, one space between
-- two words (engine.store.words). It repeats what was read and is replaced when a file is read
-- again; a page whose words are not known has no row.
create table document_words (
    upload_id varchar not null,
    page_number integer not null,
    words varchar not null
);
