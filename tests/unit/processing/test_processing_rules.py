"""Rules over a stored installation: what runs follow, what previews say, what is kept."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import msgspec
import pytest

from engine.errors import (
    InvalidInputError,
    NotFoundError,
    RuleInvalidError,
    RuleNameTakenError,
    StaleVersionError,
)
from engine.processing.pool import InlineExecutor
from engine.processing.rule_book import read_rule
from engine.records import (
    GroupTreatment,
    MatchingRule,
    MemoCondition,
    PartyTreatment,
    SetAsideTreatment,
)
from engine.services import Services
from engine.settings import Settings


@pytest.fixture
def engine(tmp_path):
    opened = Services(Settings(data_dir=tmp_path), executor=InlineExecutor())
    yield opened
    opened.close()


def rule(treatment=None, text="INTEREST", name="Interest", **values):
    return MatchingRule(
        name=name,
        conditions=(MemoCondition(test="contains", text=text),),
        treatment=treatment or SetAsideTreatment(label="bank fee"),
        **values,
    )


def fill(engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction("b1-2", amount=Decimal("-33.30"), description="Interest"),
        made.transaction("b1-3", amount=Decimal("-4.10"), description="Interest on interest"),
    )
    return engine.reconcile(["u1"], ["b1"])


def test_a_run_follows_the_rules_and_names_them(engine):
    fill(engine)
    stored = engine.create_rule(rule())
    document = engine.reconcile(["u1"], ["b1"]).document
    assert document.reconciliation_info.rules == (stored.rule,)
    aside = {line for found in document.unmatched.set_aside for line in found.transaction_ids}
    assert aside == {"b1-2", "b1-3"}
    engine.change_rule(
        msgspec.structs.replace(stored.rule, is_enabled=False), row_version=stored.row_version
    )
    document = engine.reconcile(["u1"], ["b1"]).document
    assert document.reconciliation_info.rules == ()
    assert document.unmatched.set_aside == ()


def test_what_is_set_aside_stays_so_after_a_decision(engine):
    engine.create_rule(rule())
    row = fill(engine)
    engine.decide(
        row.reconciliation_id,
        row.document.matched[0].match_id,
        "rejected",
        row_version=row.row_version,
    )
    after = engine.reconciliation(row.reconciliation_id).document.unmatched
    assert after.set_aside == row.document.unmatched.set_aside
    assert set(after.bank_transactions) == {"b1-1", "b1-2", "b1-3"}


def test_switching_a_rule_is_told_from_changing_it(engine):
    first = engine.create_rule(rule(), by="kim")
    off = msgspec.structs.replace(first.rule, is_enabled=False)
    second = engine.change_rule(off, row_version=1, by="lee")
    renamed = msgspec.structs.replace(off, name="Interest paid ")
    third = engine.change_rule(renamed, row_version=second.row_version, by="kim")
    assert third.rule.name == "Interest paid"
    assert engine.change_rule(third.rule, row_version=third.row_version) == third
    with pytest.raises(StaleVersionError):
        engine.change_rule(rule(rule_id=third.rule.rule_id), row_version=1)
    history = engine.rule_history(third.rule.rule_id)
    assert [(c.action, c.changed_by) for c in history] == [
        ("change", "kim"),
        ("disable", "lee"),
        ("create", "kim"),
    ]


def test_a_deleted_rule_comes_back_where_it_was(engine):
    first = engine.create_rule(rule())
    engine.create_rule(rule(name="Second"))
    engine.delete_rule(first.rule.rule_id)
    assert [s.rule.name for s in engine.rules()] == ["Second"]
    back = engine.restore_rule(first.rule.rule_id)
    assert (back.rule, back.position) == (first.rule, 1)
    with pytest.raises(NotFoundError):
        engine.restore_rule(first.rule.rule_id)


def test_a_name_that_was_taken_meanwhile_is_told(engine):
    first = engine.create_rule(rule())
    engine.delete_rule(first.rule.rule_id)
    engine.create_rule(rule())
    with pytest.raises(RuleNameTakenError):
        engine.restore_rule(first.rule.rule_id)


def test_an_order_names_every_rule_once(engine):
    ids = [engine.create_rule(rule(name=name)).rule.rule_id for name in "abc"]
    engine.reorder_rules(ids[::-1])
    assert [s.rule.name for s in engine.rules()] == ["c", "b", "a"]
    for wrong in (ids[:2], [ids[0]] * 3):
        with pytest.raises(InvalidInputError, match="every rule once"):
            engine.reorder_rules(wrong)


def test_a_preview_says_what_happened_and_what_would(engine):
    row = fill(engine)
    found = engine.preview_rule(rule())
    (run,) = found.runs
    assert (run.reconciliation_id, run.decided, run.changed) == (row.reconciliation_id, 2, 2)
    assert (run.without.set_aside_lines, run.with_rule.set_aside_lines) == (0, 2)
    assert run.without.matched == run.with_rule.matched == 1
    assert run.with_rule.amounts == {"EUR": Decimal("119.00")}
    assert [(c.line.transaction_id, c.then.state, c.now.state, c.now.rule) for c in run.lines] == [
        ("b1-2", "open", "set_aside", "Interest"),
        ("b1-3", "open", "set_aside", "Interest"),
    ]


def test_a_preview_tells_of_matches_that_would_be_gone(engine):
    fill(engine)
    run = engine.preview_rule(rule(text="ACME")).runs[0]
    assert (run.without.matched, run.with_rule.matched) == (1, 0)
    (change,) = run.lines
    assert change.then.invoices == ("INV-u1-1",)
    assert (change.then.state, change.now.state) == ("matched", "set_aside")


def test_a_preview_stores_nothing(engine):
    fill(engine)
    before = engine.store.version()
    engine.preview_rule(rule())
    assert engine.store.version() == before
    assert engine.rules() == ()


def test_a_preview_knows_the_order_of_rules(engine):
    fill(engine)
    engine.create_rule(rule(PartyTreatment(name="Some Bank"), "INTEREST ON", "Earlier"))
    last = engine.preview_rule(rule()).runs[0]
    assert (last.decided, last.shadowed) == (1, 1)
    first = engine.preview_rule(rule(), position=1).runs[0]
    assert (first.decided, first.shadowed) == (2, 0)


def test_a_stored_rule_is_previewed_against_a_run_without_it(engine):
    stored = engine.create_rule(rule(is_enabled=False))
    fill(engine)
    run = engine.preview_rule(stored.rule).runs[0]
    assert (run.decided, run.without.set_aside_lines) == (2, 0)
    on = engine.change_rule(
        msgspec.structs.replace(stored.rule, is_enabled=True), row_version=stored.row_version
    )
    assert engine.preview_rule(on.rule).runs[0].without.set_aside_lines == 0


def test_runs_over_the_same_files_count_once(engine):
    fill(engine)
    engine.reconcile(["u1"], ["b1"])
    assert len(engine.preview_rule(rule()).runs) == 1


def test_a_preview_without_runs_is_empty(engine):
    assert engine.preview_rule(rule()).runs == ()


def test_deposits_are_previewed_as_groups(engine):
    day = dt.date(2026, 2, 3)
    made.add_invoices(
        engine.store,
        "u1",
        *(
            made.invoice(
                f"u1-{n}",
                direction="receivable",
                vendor_name="Our Company Ltd",
                customer_name=f"Customer number {n}",
                invoice_date=day,
                due_date=day,
                total_amount=Decimal(100 + n),
            )
            for n in range(4)
        ),
    )
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1", amount=Decimal("396.00"), description="STRIPE PAYOUT 0302"),
    )
    engine.reconcile(["u1"], ["b1"])
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("3.5")), "STRIPE PAYOUT", "Stripe")
    run = engine.preview_rule(group).runs[0]
    assert run.with_rule.matched == 1
    assert run.lines[0].now.invoices == ("INV-u1-0", "INV-u1-1", "INV-u1-2", "INV-u1-3")


def test_data_from_outside_becomes_a_rule(engine):
    content = {
        "name": "Stripe",
        "conditions": [
            {"type": "memo", "test": "contains", "text": "STRIPE"},
            {"type": "amount", "least": 0.1},
            {"type": "date", "first": "2026-01-31"},
        ],
        "treatment": {"type": "group", "by": "day", "fee_percent": 3.5},
    }
    read = read_rule(content)
    assert read.conditions[1].least == Decimal("0.1")
    assert read.conditions[2].first == dt.date(2026, 1, 31)
    assert read.treatment.fee_percent == Decimal("3.5")
    for key, value, said in (
        ("treatment", {"type": "burn"}, "burn"),
        ("conditions", [{"type": "memo", "test": "contains"}], "text"),
        ("conditions", [], "length"),
    ):
        with pytest.raises(RuleInvalidError, match=said):
            read_rule({**content, key: value})
