-- Grain: one person who uploaded, confirmed, corrected or was given something here, by name; no
-- programs: what bears the name of an API token is left out.
with named as (
    select upload_by as name
    from document_uploads
    union
    select acted_by as name
    from access_events
    union
    select chosen_by as name
    from choices
    union
    select value_json ->> '$' as name
    from choices
    where topic = 'assigned document' and value_json is not null
)

select name
from named
where
    name <> ''
    and name not in (select api_tokens.name from api_tokens)
order by lower(name), name;
