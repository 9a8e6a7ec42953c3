-- Parameters: $closing_id, $action, $account_number (null = all), $closed_up_to, $now, $by,
-- $reason.
insert into period_events (
    closing_id, action, account_number, closed_up_to, acted_at, acted_by, reason
)
values ($closing_id, $action, $account_number, $closed_up_to, $now, $by, $reason);
