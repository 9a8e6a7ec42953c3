-- Grain: one transaction that counts, with where it stands.
-- state: matched (a match in force holds it, in full or in part), proposed (a person should look),
-- set_aside (it pays no invoice: aside_kind), copy (another statement has the line too), open.
-- A line is ignored while a person's word stands, whatever a run said of it then.
create view if not exists live.register as
with ignored as (
    select
        subject as transaction_id,
        chosen_by || ': ' || (value_json ->> '$') as evidence,
    from choices
    where topic = 'ignored line'
    qualify
        row_number() over (
            partition by subject
            order by chosen_at desc, rowid desc
        ) = 1
        and value_json is not null
),

asides as (
    select
        transaction_id,
        'ignored' as kind,
        evidence,
        null as rule,
    from ignored
    union all
    select
        transaction_id,
        kind,
        evidence,
        rule,
    from live.line_asides
    where
        kind <> 'ignored'
        and transaction_id not in (select ignored.transaction_id from ignored)
)

select
    transactions.*,
    asides.kind as aside_kind,
    asides.evidence as aside_evidence,
    asides.rule as aside_rule,
    copies.kept_id,
    case
        when copies.record_id is not null then 'copy'
        when transactions.match_state in ('matched', 'partial') then 'matched'
        when asides.transaction_id is not null then 'set_aside'
        when transactions.match_state = 'suggested' then 'proposed'
        else 'open'
    end as state,
from live.transactions
left join asides
    on transactions.transaction_id = asides.transaction_id
left join live.copies
    on
        copies.kind = 'transaction'
        and transactions.transaction_id = copies.record_id;
