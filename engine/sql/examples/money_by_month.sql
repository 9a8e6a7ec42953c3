-- Money in and out by month
select
    date_trunc('month', transaction_date)::date as month,
    currency,
    sum(amount) filter (where amount > 0) as money_in,
    -sum(amount) filter (where amount < 0) as money_out,
from transactions
group by all
order by month
