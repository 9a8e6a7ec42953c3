"""Runs over several uploads start from what confirmed matches left open, and nothing is lost."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import AlreadyConfirmedError, NothingToReconcileError


def bill(key, total, **changes):
    return made.invoice(key, invoice_number=f"2026-{key}", total_amount=Decimal(total), **changes)


def paid(key, amount, text, day=10, **changes):
    return made.transaction(
        key,
        amount=Decimal(amount),
        description=text,
        date=dt.date(2026, 2, 1) + dt.timedelta(days=day),
        **changes,
    )


def matches(row):
    return (*row.document.matched, *row.document.partial)


def confirm_all(engine, row):
    version = engine.reconciliation(row.reconciliation_id).row_version
    for match in matches(row):
        version = engine.decide(
            row.reconciliation_id, match.match_id, "confirmed", row_version=version
        )
    return engine.reconciliation(row.reconciliation_id)


def take_back(engine, row, match):
    row = engine.reconciliation(row.reconciliation_id)
    engine.decide(row.reconciliation_id, match.match_id, "proposed", row_version=row.row_version)


def open_now(engine):
    return {
        row["invoice_id"]: row["amount_open"] for row in engine.store.analytics.query("invoices")
    }


@pytest.fixture
def january(engine):
    """A bill of 1,000 of which 400 were paid, and one that was paid whole."""
    made.add_invoices(engine.store, "u1", bill("u1-77001", "1000.00"), bill("u1-77002", "250.00"))
    made.add_statement(
        engine.store,
        "b1",
        paid("b1-1", "-400.00", "Acme Corp 2026-u1-77001 part"),
        paid("b1-2", "-250.00", "Acme Corp 2026-u1-77002"),
    )
    return confirm_all(engine, engine.reconcile(["u1"], ["b1"], threshold=0.0))


@pytest.fixture
def february(engine, january):
    """The statement that pays the rest."""
    made.add_statement(
        engine.store, "b2", paid("b2-1", "-600.00", "Acme Corp 2026-u1-77001 rest", day=38)
    )


def test_what_was_paid_last_month_is_left_out(engine, january, february):
    row = engine.reconcile(["u1"], ["b1", "b2"])
    carried = row.document.reconciliation_info.carried_in
    assert (carried.settled_invoices, carried.settled_transactions) == (1, 2)
    assert carried.reconciliation_ids == (january.reconciliation_id,)
    assert [(r.kind, r.record_id, r.amount_open) for r in carried.rests] == [
        ("invoice", "u1-77001", Decimal("600.00"))
    ]
    assert row.total_invoices_processed == row.total_transactions_processed == 1


def test_a_bill_partly_paid_last_month_is_completed_this_month(engine, january, february):
    assert open_now(engine)["u1-77001"] == 600
    row = engine.reconcile(["u1"], ["b1", "b2"], threshold=0.5)
    [rest] = row.document.matched
    assert (rest.settlement, rest.amount_matched) == ("full", Decimal("600.00"))
    assert (rest.invoice_ids, rest.transaction_ids) == (("u1-77001",), ("b2-1",))
    confirm_all(engine, row)
    assert open_now(engine) == {"u1-77001": 0, "u1-77002": 0}
    assert {r["match_state"] for r in engine.store.analytics.query("transactions")} <= {
        "matched",
        "partial",
    }
    assert all(check.passed for check in engine.store.analytics.checks())


def test_a_proposal_for_the_rest_counts_beside_the_confirmed_part(engine, january, february):
    engine.reconcile(["u1"], ["b1", "b2"], threshold=0.5)
    assert open_now(engine) == {"u1-77001": 0, "u1-77002": 0}


def test_a_match_that_is_taken_back_is_open_again(engine, january, february):
    confirm_all(engine, engine.reconcile(["u1"], ["b2"], threshold=0.5))
    with pytest.raises(NothingToReconcileError, match="settled by confirmed matches"):
        engine.reconcile(["u1"], ["b1", "b2"])
    [part] = [m for m in matches(january) if m.settlement == "partial"]
    take_back(engine, january, part)
    row = engine.reconcile(["u1"], ["b1", "b2"], threshold=0.0)
    [again] = matches(row)
    assert (again.invoice_ids, again.transaction_ids) == (("u1-77001",), ("b1-1",))
    assert (again.settlement, again.amount_matched) == ("full", Decimal("400.00"))


def test_money_left_of_a_line_pays_another_bill_later(engine):
    made.add_invoices(engine.store, "u1", bill("u1-88001", "900.00"))
    made.add_statement(engine.store, "b1", paid("b1-1", "-1000.00", "Acme Corp 2026-u1-88001"))
    first = confirm_all(engine, engine.reconcile(["u1"], ["b1"], threshold=0.0))
    [over] = matches(first)
    assert over.difference_treatment == "overpayment"
    made.add_invoices(engine.store, "u2", bill("u2-88002", "100.00"))
    row = engine.reconcile(["u1", "u2"], ["b1"], threshold=0.0)
    assert [
        (r.record_id, r.amount_open) for r in row.document.reconciliation_info.carried_in.rests
    ] == [("b1-1", Decimal("-100.00"))]
    [rest] = matches(row)
    assert (rest.invoice_ids, rest.amount_matched) == (("u2-88002",), Decimal("100.00"))
    confirm_all(engine, row)
    assert open_now(engine) == {"u1-88001": 0, "u2-88002": 0}
    assert all(check.passed for check in engine.store.analytics.checks())


def test_a_bill_is_not_settled_twice(engine, january):
    take_back(engine, january, matches(january)[0])
    take_back(engine, january, matches(january)[1])
    made.add_statement(engine.store, "b2", paid("b2-1", "-250.00", "Acme Corp 2026-u1-77002"))
    again = engine.reconcile(["u1"], ["b2"], threshold=0.0)
    confirm_all(engine, january)
    [match] = [m for m in matches(again) if m.invoice_ids == ("u1-77002",)]
    with pytest.raises(AlreadyConfirmedError, match="An invoice of this match"):
        engine.decide(
            again.reconciliation_id, match.match_id, "confirmed", row_version=again.row_version
        )


def test_no_cent_is_created_or_lost_over_two_months(engine, january, february):
    confirm_all(engine, engine.reconcile(["u1"], ["b1", "b2"], threshold=0.0))
    allocated, billed, moved = defaultdict(Decimal), Decimal(0), Decimal(0)
    for line in engine.store.reconciliations.list():
        for match in matches(engine.reconciliation(line.reconciliation_id)):
            for part in match.allocations:
                allocated["invoices"] += part.amount + part.treated
                allocated["lines"] += part.amount
    for record in engine.store.analytics.query("invoices"):
        billed += record["total_amount"] - record["amount_open"]
    for record in engine.store.analytics.query("transactions"):
        moved += record["amount"]
    assert allocated["invoices"] == -billed == Decimal("-1250.00")
    assert allocated["lines"] == moved


def test_currencies_are_kept_apart(engine):
    made.add_invoices(
        engine.store,
        "u1",
        bill("u1-91001", "500.00", vendor_name="Acme Corp", currency="USD"),
        bill("u1-91002", "500.00", vendor_name="Acme Corp", currency="EUR"),
    )
    made.add_statement(
        engine.store,
        "b1",
        paid("b1-1", "-200.00", "Acme Corp 2026-u1-91001", currency="USD"),
        paid("b1-2", "-100.00", "Acme Corp 2026-u1-91002", currency="EUR"),
    )
    confirm_all(engine, engine.reconcile(["u1"], ["b1"], threshold=0.0))
    made.add_statement(
        engine.store,
        "b2",
        paid("b2-1", "-300.00", "Acme Corp 2026-u1-91001", currency="USD", day=20),
        paid("b2-2", "-400.00", "Acme Corp 2026-u1-91002", currency="EUR", day=20),
    )
    row = engine.reconcile(["u1"], ["b1", "b2"], threshold=0.0)
    assert {
        (r.record_id, r.amount_open, r.currency)
        for r in row.document.reconciliation_info.carried_in.rests
    } == {
        ("u1-91001", Decimal("300.00"), "USD"),
        ("u1-91002", Decimal("400.00"), "EUR"),
    }
    assert {(m.invoice_ids, m.transaction_ids) for m in row.document.matched} == {
        (("u1-91001",), ("b2-1",)),
        (("u1-91002",), ("b2-2",)),
    }
