-- Rows of stg_edits from the stale statements.
insert into live.stg_edits by name
with entries as (
    select
        upload_id,
        unnest(document.audit_trail) as entry,
        generate_subscripts(document.audit_trail, 1) as edit_index,
    from live.parsed_bank_uploads
)

select
    upload_id as row_key,
    upload_id,
    'bank' as kind,
    edit_index,
    entry.action as action,
    entry.target as target,
    regexp_extract(entry.target, '^(\w+)', 1) as collection,
    try_cast(regexp_extract(entry.target, '\[(\d+)\]', 1) as integer) + 1 as record_index,
    nullif(regexp_extract(entry.target, '^\w+(?:\[\d+\])?\.(.+)$', 1), '') as field,
    entry.before as before,
    entry.after as after,
    entry.by as edited_by,
    entry.at as edited_at,
from entries
where entry.target <> 'row';
