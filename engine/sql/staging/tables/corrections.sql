-- Grain: one value that people changed, or a record that they added or took away; a change that was
-- taken back is none. before: as it was read; after: as it is now.
create view if not exists live.corrections as
select
    upload_id,
    kind,
    target,
    any_value(collection) as collection,
    any_value(record_index) as record_index,
    any_value(field) as field,
    arg_max(action, edit_index) as action,
    arg_min(struct_pack(value := before), edit_index).value as before,
    arg_max(struct_pack(value := after), edit_index).value as after,
    arg_max(edited_by, edit_index) as edited_by,
    max(edited_at) as edited_at,
from live.stg_edits
group by
    upload_id,
    kind,
    target
having before is distinct from after;
