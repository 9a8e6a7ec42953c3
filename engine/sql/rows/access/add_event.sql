-- Parameters: $now, $by, $action, $subject.
insert into access_events (acted_at, acted_by, action, subject)
values ($now, $by, $action, $subject);
