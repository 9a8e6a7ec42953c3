-- Grain: one line of an invoice. tax_rate in percent; amount net, in the invoice's currency.
select
    invoice_id,
    upload_id,
    line_index,
    description,
    quantity,
    unit_price,
    tax_rate,
    amount,
from live.stg_line_items;
