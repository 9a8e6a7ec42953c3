-- Parameters: $subject (null = all), $now, $by.
insert into forgotten_decisions (subject, forgotten_at, forgotten_by)
values ($subject, $now, $by);
