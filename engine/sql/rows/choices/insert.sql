-- Parameters: $topic, $subject, $value_json (null = taken back), $now, $by.
insert into choices (topic, subject, value_json, chosen_at, chosen_by)
values ($topic, $subject, $value_json, $now, $by);
