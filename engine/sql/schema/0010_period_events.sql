-- Grain: one word of a person on a period: closed up to a day, or that closing taken back.
-- Rows are only ever added. account_number is null for all accounts; times in UTC.
create table period_events (
    closing_id varchar not null,
    action varchar not null check (action in ('close', 'reopen')),
    account_number varchar,
    closed_up_to date not null,
    acted_at timestamptz not null,
    acted_by varchar not null,
    reason varchar,
    unique (closing_id, action)
);
