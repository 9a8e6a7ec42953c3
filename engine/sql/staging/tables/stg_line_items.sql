-- Grain: one line of an invoice. Units: tax_rate in percent; amount net, in the invoice's currency.
create table if not exists live.stg_line_items (
    row_key varchar not null,
    upload_id varchar not null,
    invoice_id varchar not null,
    line_index integer not null,
    description varchar,
    quantity decimal(28, 8),
    unit_price decimal(28, 8),
    tax_rate decimal(10, 4),
    amount decimal(20, 4)
);
