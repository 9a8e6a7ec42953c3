"""Matches by hand over stored rows: conservation, history, undo, and what later runs make of it."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import (
    AlreadyConfirmedError,
    InvalidInputError,
    NotFoundError,
    PeriodClosedError,
    StaleVersionError,
)
from engine.records import PaymentTerms, first_broken_entry
from engine.services import HandMatch


def bill(key, total, **more):
    return made.invoice(key, total_amount=Decimal(total), **more)


def line(key, amount, **more):
    known = {"description": f"Transfer {key}"}
    return made.transaction(key, amount=Decimal(amount), **known | more)


@pytest.fixture
def run(engine):
    """Three bills, two lines: b1-1 quotes u1-1, b1-2 is a lump sum that names nobody."""
    made.add_invoices(
        engine.store,
        "u1",
        bill("u1-1", "119.00"),
        bill("u1-2", "310.10", vendor_name="Zenith Ltd"),
        bill("u1-3", "77.77", vendor_name="Borealis"),
    )
    made.add_statement(
        engine.store,
        "b1",
        line("b1-1", "-119.00", description="Acme Corp INV-u1-1"),
        line("b1-2", "-390.00"),
    )
    return engine.reconcile(["u1"], ["b1"])


def by_hand(engine, run, invoice_ids, transaction_ids, version=1, **more):
    asked = HandMatch(invoice_ids=invoice_ids, transaction_ids=transaction_ids, **more)
    return engine.match_by_hand(run.reconciliation_id, asked, row_version=version)


def document(engine, run):
    return engine.reconciliation(run.reconciliation_id).document


def checks(engine):
    return {check.name: check.rows for check in engine.store.analytics.checks() if check.rows}


def test_a_lump_sum_pays_two_bills_and_the_difference_has_a_name(engine, run):
    version, match = by_hand(
        engine, run, ("u1-2", "u1-3"), ("b1-2",), treatment="fee", note="see the mail"
    )
    stored = document(engine, run)
    assert (version, match.match_id) == (2, "H000001")
    assert stored.matched[-1] == match
    assert (match.decision, match.kind, match.difference) == ("confirmed", "batch", Decimal("2.13"))
    assert "u1-2" not in stored.unmatched.invoices
    assert stored.audit_trail[-1].after == (
        "1 bank line with INV-u1-2, INV-u1-3; difference 2.13 EUR: fee: see the mail"
    )
    assert first_broken_entry(stored.audit_trail) is None
    assert stored.reconciliation_summary.total_matches_found == len(stored.matched)
    assert not checks(engine)


def test_a_difference_without_a_name_is_not_stored(engine, run):
    with pytest.raises(InvalidInputError, match="needs a name"):
        by_hand(engine, run, ("u1-2", "u1-3"), ("b1-2",))
    assert engine.reconciliation(run.reconciliation_id).row_version == 1


def test_a_proposal_steps_back_and_returns_when_it_is_undone(engine, run):
    proposal = document(engine, run).matched[0]
    assert proposal.transaction_ids == ("b1-1",)
    version, match = by_hand(engine, run, ("u1-1", "u1-3"), ("b1-1",), treatment="open")
    stored = document(engine, run)
    assert [m.match_id for m in stored.partial] == [match.match_id]
    assert not stored.matched
    assert [p.match_id for p in match.replaced] == [proposal.match_id]
    step = engine.last_step(run.reconciliation_id)
    assert step is not None
    assert step.entry.action == "match"
    engine.undo(run.reconciliation_id, row_version=version)
    back = document(engine, run)
    assert back.matched == (proposal,)
    assert not back.partial
    assert set(back.unmatched.invoices) == {"u1-2", "u1-3"}
    assert [entry.action for entry in back.audit_trail] == ["run", "match", "undo"]
    assert first_broken_entry(back.audit_trail) is None
    assert engine.last_step(run.reconciliation_id) is None


def test_words_are_undone_in_their_order_and_none_is_deleted(engine, run):
    run_id, match_id = run.reconciliation_id, run.document.matched[0].match_id
    engine.decide(run_id, match_id, "rejected", row_version=1, reason="not ours")
    engine.decide(run_id, match_id, "confirmed", row_version=2)
    engine.undo(run_id, row_version=3)
    assert document(engine, run).matched[0].decision == "rejected"
    engine.undo(run_id, row_version=4)
    assert document(engine, run).matched[0].decision == "proposed"
    with pytest.raises(InvalidInputError, match="nothing to undo"):
        engine.undo(run_id, row_version=5)
    trail = document(engine, run).audit_trail
    assert [entry.target for entry in trail if entry.action == "undo"] == [
        "audit_trail[2]",
        "audit_trail[1]",
    ]


def test_no_record_is_used_beyond_what_confirmed_matches_left(engine, run):
    version, _ = by_hand(engine, run, ("u1-2",), ("b1-2",), treatment="overpayment")
    assert engine.weigh_by_hand(["u1-3"], ["b1-2"]).paid == Decimal("-79.90")
    version, rest = by_hand(engine, run, ("u1-3",), ("b1-2",), version, treatment="fee")
    assert rest.amount_matched == Decimal("77.77")
    assert not checks(engine)
    with pytest.raises(AlreadyConfirmedError):
        by_hand(engine, run, ("u1-1",), ("b1-2",), version)
    with pytest.raises(AlreadyConfirmedError):
        by_hand(engine, run, ("u1-2",), ("b1-1",), version)


def test_a_part_payment_is_completed_by_another_line(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1", "100.00", vendor_name="Borealis"))
    made.add_statement(engine.store, "b1", line("b1-1", "-40.00"), line("b1-2", "-60.00"))
    run = engine.reconcile(["u1"], ["b1"])
    first = document(engine, run)
    version = 1
    if first.partial:
        match_id = first.partial[0].match_id
        version = engine.decide(run.reconciliation_id, match_id, "rejected", row_version=1)
    version, part = by_hand(engine, run, ("u1-1",), ("b1-1",), version, treatment="open")
    assert part.settlement == "partial"
    version, rest = by_hand(engine, run, ("u1-1",), ("b1-2",), version)
    assert (rest.settlement, rest.amount_matched) == ("full", Decimal("60.00"))
    assert not checks(engine)
    [state] = engine.store.analytics.query("invoices")
    assert (state["match_state"], state["amount_open"]) == ("matched", Decimal(0))


def test_an_unknown_record_and_an_old_version_are_refused(engine, run):
    with pytest.raises(NotFoundError):
        by_hand(engine, run, ("u9-1",), ("b1-2",))
    with pytest.raises(InvalidInputError):
        by_hand(engine, run, (), ("b1-2",))
    with pytest.raises(StaleVersionError):
        by_hand(engine, run, ("u1-2",), ("b1-2",), version=7, treatment="overpayment")
    with pytest.raises(StaleVersionError):
        engine.undo(run.reconciliation_id, row_version=7)


def test_a_closed_period_takes_no_match_and_gives_none_back(engine, run):
    version, _ = by_hand(engine, run, ("u1-2", "u1-3"), ("b1-2",), treatment="fee")
    engine.close_period(dt.date(2026, 2, 28))
    with pytest.raises(PeriodClosedError):
        engine.undo(run.reconciliation_id, row_version=version)
    with pytest.raises(PeriodClosedError):
        by_hand(engine, run, ("u1-1",), ("b1-1",), version)
    with pytest.raises(PeriodClosedError):
        engine.confirm_many(run.reconciliation_id, ["M000001"], "x", row_version=version)
    assert engine.plan_acceptance(run.reconciliation_id, 0.5).locked == 1


def test_a_manual_match_is_respected_and_learned_from(engine, run):
    by_hand(engine, run, ("u1-2", "u1-3"), ("b1-2",), treatment="fee")
    again = engine.reconcile(["u1"], ["b1"])
    assert again.document.reconciliation_info.carried_in.settled_invoices == 2
    ids = {i for m in again.document.matched for i in m.invoice_ids}
    assert ids == {"u1-1"}
    [taught] = engine.store.analytics.query("decided_matches")
    assert (taught["decision"], taught["kind"]) == ("confirmed", "batch")


def test_a_match_by_hand_is_taken_back_whenever_rather_than_rejected(engine, run):
    version, match = by_hand(engine, run, ("u1-1", "u1-3"), ("b1-1",), treatment="open")
    with pytest.raises(InvalidInputError, match="taken back"):
        engine.decide(run.reconciliation_id, match.match_id, "rejected", row_version=version)
    version, later = by_hand(engine, run, ("u1-2",), ("b1-2",), version, treatment="overpayment")
    engine.decide(run.reconciliation_id, match.match_id, "proposed", row_version=version)
    stored = document(engine, run)
    assert [m.match_id for m in stored.matched] == ["M000001", later.match_id]
    assert stored.audit_trail[-1].action == "undo"
    assert engine.last_step(run.reconciliation_id).entry.target == later.match_id
    assert not checks(engine)


def test_a_proposal_does_not_return_over_a_later_match(engine, run):
    version, first = by_hand(engine, run, ("u1-1",), ("b1-2",), treatment="overpayment")
    assert first.replaced
    version, _ = by_hand(engine, run, ("u1-3",), ("b1-1",), version, treatment="overpayment")
    engine.decide(run.reconciliation_id, first.match_id, "proposed", row_version=version)
    stored = document(engine, run)
    assert [m.transaction_ids for m in stored.matched] == [("b1-1",)]
    assert "u1-1" in stored.unmatched.invoices
    assert not checks(engine)


def test_many_are_accepted_as_one_step(engine):
    bills = [bill(f"u1-{n}", f"{100 + n}.10") for n in range(1, 8)]
    lines = [
        line(f"b1-{n}", f"-{100 + n}.10", description=f"Acme Corp INV-u1-{n}") for n in range(1, 8)
    ]
    made.add_invoices(engine.store, "u1", *bills)
    made.add_statement(engine.store, "b1", *lines)
    run = engine.reconcile(["u1"], ["b1"])
    plan = engine.plan_acceptance(run.reconciliation_id, 0.9)
    assert len(plan.matches) == len(run.document.matched) == 7
    assert plan.sums == {"EUR": sum(b.total_amount for b in bills)}
    assert len(plan.riskiest) == 5
    assert 0 < plan.expected_wrong < 0.7
    ids = [m.match_id for m in plan.matches]
    version = engine.confirm_many(run.reconciliation_id, ids, "all from 90%", row_version=1)
    stored = document(engine, run)
    assert {m.decision for m in stored.matched} == {"confirmed"}
    assert len(stored.audit_trail) == 2
    assert not engine.plan_acceptance(run.reconciliation_id, 0.9).matches
    with pytest.raises(InvalidInputError):
        engine.confirm_many(run.reconciliation_id, ids, "again", row_version=version)
    engine.undo(run.reconciliation_id, row_version=version)
    assert {m.decision for m in document(engine, run).matched} == {"proposed"}
    assert not checks(engine)


def test_candidates_have_reasons_and_rejected_ones_do_not_return(engine, run):
    match = run.document.matched[0]
    engine.decide(run.reconciliation_id, match.match_id, "rejected", row_version=1)
    found = engine.candidates(run.reconciliation_id, transaction_ids=["b1-1"])
    assert all(set(c.invoice_ids) != {"u1-1"} for c in found)
    engine.undo(run.reconciliation_id, row_version=2)
    [best, *_] = engine.candidates(
        run.reconciliation_id, transaction_ids=["b1-1"], invoice_ids=["u1-1"]
    )
    assert best.invoice_ids == ("u1-1",)
    assert {reason.name for reason in best.reasons} >= {"amount", "reference", "name", "date"}
    assert engine.candidates(run.reconciliation_id, invoice_ids=["u1-1"], most=1)


def test_the_riskiest_come_first_whatever_their_currency(engine):
    from engine.processing.accepting import riskiest

    one = made.match("m1", confidence=0.9, amount_matched=Decimal(100))
    two = made.match("m2", confidence=0.9, amount_matched=Decimal(900))
    yen = made.match("m3", confidence=0.95, amount_matched=Decimal(70_000), currency="JPY")
    assert [m.match_id for m in riskiest([one, yen, two])] == ["m2", "m3", "m1"]


def test_the_discount_of_the_terms_is_known_by_hand_and_among_candidates(engine):
    terms = PaymentTerms(discount_percent=Decimal(3), discount_days=14)
    made.add_invoices(engine.store, "u1", bill("u1-1", "1000.00", payment_terms=terms))
    paid = {"date": dt.date(2026, 1, 20), "description": "Acme Corp"}
    made.add_statement(engine.store, "b1", line("b1-1", "-970.00", **paid))
    run = engine.reconcile(["u1"], ["b1"])
    assert engine.weigh_by_hand(["u1-1"], ["b1-1"]).treatments[0] == "discount"
    [found] = engine.candidates(run.reconciliation_id, transaction_ids=["b1-1"])
    assert (found.settlement, found.difference_treatment) == ("full", "discount")
    assert found.difference == Decimal("-30.00")
