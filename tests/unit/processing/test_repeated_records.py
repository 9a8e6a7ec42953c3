"""Copies are left out of a run, listed with what tells them, and never counted twice."""

import datetime as dt
from decimal import Decimal

import made_rows as made

NUMBER = "2026-44017"
TEXT = f"Acme Corp {NUMBER}"


def bill(key, **changes):
    return made.invoice(key, **{"invoice_number": NUMBER} | changes)


def paid(key, day=10, text=TEXT, **changes):
    return made.transaction(key, description=text, date=dt.date(2026, 2, day), **changes)


def told(row):
    return {(d.kind, d.kept_id, d.other_ids) for d in row.document.unmatched.duplicates}


def groups(row):
    return {
        (m.invoice_ids, m.transaction_ids) for m in (*row.document.matched, *row.document.partial)
    }


def confirm(engine, row):
    [match] = row.document.matched
    engine.decide(row.reconciliation_id, match.match_id, "confirmed", row_version=row.row_version)


def test_an_invoice_uploaded_twice_is_matched_once(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_invoices(engine.store, "u2", bill("u2-1", vendor_name="ACME CORP."))
    made.add_statement(engine.store, "b1", paid("b1-1"))
    row = engine.reconcile(["u2", "u1"], ["b1"])
    assert groups(row) == {(("u1-1",), ("b1-1",))}
    assert told(row) == {("invoice", "u1-1", ("u2-1",))}
    assert row.document.unmatched.invoices == ()
    assert (row.total_invoices_processed, row.unmatched_invoices) == (1, 0)
    assert "u1.pdf" in row.document.unmatched.duplicates[0].evidence


def test_the_copy_of_a_settled_invoice_is_left_out_of_later_runs(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_statement(engine.store, "b1", paid("b1-1"))
    confirm(engine, engine.reconcile(["u1"], ["b1"]))
    made.add_invoices(engine.store, "u2", bill("u2-1"), bill("u2-2", invoice_number="2026-55018"))
    made.add_statement(engine.store, "b2", paid("b2-1", day=20, text="Salary", amount=Decimal(5)))
    row = engine.reconcile(["u2"], ["b2"])
    assert told(row) == {("invoice", "u1-1", ("u2-1",))}
    assert row.document.unmatched.invoices == ("u2-2",)


def test_a_line_of_an_overlapping_statement_is_counted_once(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_statement(engine.store, "b1", paid("b1-1"), paid("b1-2", day=2, text="Rent"))
    made.add_statement(engine.store, "b2", paid("b2-1"), paid("b2-2", day=25, text="Rent"))
    row = engine.reconcile(["u1"], ["b1", "b2"])
    assert groups(row) == {(("u1-1",), ("b1-1",))}
    assert told(row) == {("bank_line", "b1-1", ("b2-1",))}
    assert set(row.document.unmatched.bank_transactions) == {"b1-2", "b2-2"}


def test_a_line_that_is_settled_in_another_statement_pays_nothing_more(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_statement(engine.store, "b1", paid("b1-1"))
    confirm(engine, engine.reconcile(["u1"], ["b1"]))
    made.add_invoices(engine.store, "u2", bill("u2-1", invoice_number="2026-44018"))
    made.add_statement(
        engine.store, "b2", paid("b2-1"), paid("b2-2", day=25, text="Salary", amount=Decimal(5))
    )
    row = engine.reconcile(["u2"], ["b2"])
    assert told(row) == {("bank_line", "b1-1", ("b2-1",))}
    assert row.document.unmatched.bank_transactions == ("b2-2",)


def test_a_line_of_a_file_that_the_run_does_not_draw_on_takes_nothing_away(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_statement(engine.store, "b1", paid("b1-1"))
    made.add_statement(engine.store, "b2", paid("b2-1"))
    row = engine.reconcile(["u1"], ["b2"])
    assert groups(row) == {(("u1-1",), ("b2-1",))}
    assert told(row) == set()


def test_an_invoice_paid_twice_is_told_at_once_and_later(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_statement(engine.store, "b1", paid("b1-1"), paid("b1-2", day=14))
    row = engine.reconcile(["u1"], ["b1"])
    [match] = (*row.document.matched, *row.document.partial)
    [payer] = match.transaction_ids
    [again] = {"b1-1", "b1-2"} - {payer}
    assert told(row) == {("payment", payer, (again,))}
    engine.decide(row.reconciliation_id, match.match_id, "confirmed", row_version=row.row_version)
    made.add_invoices(engine.store, "u2", bill("u2-1", total_amount=Decimal("7.00")))
    made.add_statement(engine.store, "b2", paid("b2-1", day=27))
    later = engine.reconcile(["u1", "u2"], ["b2"])
    assert ("payment", payer, ("b2-1",)) in told(later)


def test_copies_are_in_no_sum(engine):
    made.add_invoices(engine.store, "u1", bill("u1-1"))
    made.add_invoices(engine.store, "u2", bill("u2-1"))
    rent = {"text": "Rent", "amount": Decimal("-33.00")}
    made.add_statement(engine.store, "b1", paid("b1-1", **rent))
    made.add_statement(engine.store, "b2", paid("b2-1", **rent))
    row = engine.reconcile(["u1", "u2"], ["b1", "b2"])
    assert told(row) == {("invoice", "u1-1", ("u2-1",)), ("bank_line", "b1-1", ("b2-1",))}
    query = engine.store.analytics.query
    assert [r["amount_open"] for r in query("open_amount_by_currency")] == [Decimal("119.00")]
    assert [r["money_out"] for r in query("cash_by_month")] == [Decimal("33.00")]
    assert [r["amount"] for r in query("spend_by_vendor_month")] == [Decimal("119.00")]
    engine.reject("u1", "not ours")
    assert [r["amount_open"] for r in query("open_amount_by_currency")] == [Decimal("119.00")]
    assert all(check.passed for check in engine.store.analytics.checks())
