-- Grain: one transaction that counts, with where it stands.
-- state: matched (a match in force holds it, in full or in part), proposed (a person should look),
-- set_aside (it pays no invoice: aside_kind), copy (another statement has the line too), open.
create view if not exists live.register as
select
    transactions.*,
    line_asides.kind as aside_kind,
    line_asides.evidence as aside_evidence,
    line_asides.rule as aside_rule,
    copies.kept_id,
    case
        when copies.record_id is not null then 'copy'
        when transactions.match_state in ('matched', 'partial') then 'matched'
        when line_asides.transaction_id is not null then 'set_aside'
        when transactions.match_state = 'suggested' then 'proposed'
        else 'open'
    end as state,
from live.transactions
left join live.line_asides
    on transactions.transaction_id = line_asides.transaction_id
left join live.copies
    on
        copies.kind = 'transaction'
        and transactions.transaction_id = copies.record_id;
