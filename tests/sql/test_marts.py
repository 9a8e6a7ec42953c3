"""Each question's whole answer on a few rows."""

import datetime as dt
from decimal import Decimal

import pytest
from asked_marts import rows
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    invoice,
    invoice_document,
    new_upload,
    processing_info,
    reconciliation,
    transaction,
)

from engine.errors import InvalidInputError
from engine.records import AuditEntry
from engine.store.analytics import marts, parameters

TODAY = dt.date(2026, 3, 2)
LARGEST = Decimal("9999999999999999.99")


@pytest.mark.parametrize("mart", sorted(marts()))
def test_every_question_can_be_asked_of_an_empty_database(store, mart):
    frame = store.analytics.frame(mart)
    assert list(frame.columns)


def test_an_unknown_question_or_filter_is_refused(store):
    with pytest.raises(InvalidInputError, match="no question"):
        store.analytics.query("nothing")
    with pytest.raises(InvalidInputError, match="cannot be filtered by colour"):
        store.analytics.query("kpis", colour="red")
    with pytest.raises(InvalidInputError):
        store.analytics.query("../checks/statement_arithmetic")
    assert "today" in parameters("kpis")


def test_cents_are_exact_from_json_to_the_answer(store):
    add_invoices(store, "u1", invoice("u1-1", total_amount=LARGEST, vendor_name="A"))
    add_invoices(store, "u2", invoice("u2-1", total_amount=LARGEST, vendor_name="A"))
    add_invoices(store, "u3", invoice("u3-1", total_amount=Decimal("0.1"), currency="USD"))
    add_invoices(store, "u4", invoice("u4-1", total_amount=Decimal("1E+3"), currency="JPY"))
    add_invoices(store, "u5", invoice("u5-1", total_amount=Decimal("1.234"), currency="KWD"))
    found = dict(rows(store, "spend_by_vendor_month", "currency", "amount"))
    assert found == {
        "EUR": 2 * LARGEST,
        "USD": Decimal("0.10"),
        "JPY": Decimal("1000.00"),
        "KWD": Decimal("1.234"),
    }
    assert all(isinstance(amount, Decimal) for amount in found.values())


def test_spend_takes_payable_invoices_and_counts_credit_notes_down(store):
    credit = invoice("u1-2", document_type="credit_note", total_amount=Decimal("-19.00"))
    sold = invoice("u1-3", direction="receivable")
    february = invoice("u1-4", invoice_date=dt.date(2026, 2, 1))
    dollars = invoice("u1-5", currency="USD")
    add_invoices(store, "u1", invoice("u1-1"), credit, sold, february, dollars)
    assert rows(store, "spend_by_vendor_month", "month", "currency", "invoices", "amount") == [
        (dt.date(2026, 1, 1), "USD", 1, Decimal("119.00")),
        (dt.date(2026, 1, 1), "EUR", 2, Decimal("100.00")),
        (dt.date(2026, 2, 1), "EUR", 1, Decimal("119.00")),
    ]
    found = rows(
        store, "spend_by_vendor_month", "amount", currency="EUR", from_date=dt.date(2026, 2, 1)
    )
    assert found == [(Decimal("119.00"),)]


def test_cash_goes_in_and_out_by_month_and_currency(store):
    add_statement(
        store,
        "b1",
        transaction("b1-1", amount=Decimal("100.05")),
        transaction("b1-2", amount=Decimal("-30.01")),
        transaction("b1-3", amount=Decimal("-1.00"), date=dt.date(2026, 3, 1)),
        transaction("b1-4", currency="USD"),
        transaction("b1-5", amount=None),
    )
    found = rows(store, "cash_by_month", "month", "currency", "money_in", "money_out", "net")
    february, march = dt.date(2026, 2, 1), dt.date(2026, 3, 1)
    assert found == [
        (february, "EUR", Decimal("100.05"), Decimal("30.01"), Decimal("70.04")),
        (february, "USD", 0, Decimal("119.00"), Decimal("-119.00")),
        (march, "EUR", 0, Decimal("1.00"), Decimal("-1.00")),
    ]
    assert rows(store, "cash_by_month", "net", account="another") == []


@pytest.mark.parametrize(
    ("due", "bucket"),
    [
        ("2026-03-02", "not due"),
        ("2026-03-01", "1–30"),
        ("2026-01-31", "1–30"),
        ("2026-01-30", "31–60"),
        ("2026-01-01", "31–60"),
        ("2025-12-31", "61–90"),
        ("2025-12-02", "61–90"),
        ("2025-12-01", "over 90"),
    ],
)
def test_ageing_puts_each_day_into_its_bucket(store, due, bucket):
    add_invoices(store, "u1", invoice("u1-1", due_date=dt.date.fromisoformat(due)))
    found = rows(store, "ageing", "bucket", "invoices", "amount_open", today=TODAY)
    assert len(found) == 5
    assert [row for row in found if row[1]] == [(bucket, 1, Decimal("119.00"))]
    assert rows(store, "open_invoices", "bucket", today=TODAY) == [(bucket,)]


def test_an_invoice_without_a_due_date_ages_from_its_date(store):
    add_invoices(store, "u1", invoice("u1-1", due_date=None, invoice_date=dt.date(2026, 2, 20)))
    assert rows(store, "open_invoices", "days_overdue", today=TODAY) == [(10,)]


def test_open_amounts_are_kept_apart_by_currency_and_direction(store):
    add_invoices(
        store,
        "u1",
        invoice("u1-1"),
        invoice("u1-2", due_date=dt.date(2026, 12, 1)),
        invoice("u1-3", direction="receivable"),
        invoice("u1-4", currency="USD"),
    )
    found = rows(
        store,
        "open_amount_by_currency",
        "currency",
        "direction",
        "invoices",
        "amount_open",
        "amount_overdue",
        today=TODAY,
    )
    assert found == [
        ("EUR", "payable", 2, Decimal("238.00"), Decimal("119.00")),
        ("EUR", "receivable", 1, Decimal("119.00"), Decimal("119.00")),
        ("USD", "payable", 1, Decimal("119.00"), Decimal("119.00")),
    ]


def edited(target):
    return AuditEntry(
        at=NOON,
        by="anna",
        action="edit",
        target=target,
        before=None,
        after="x",
        previous_hash="",
        hash="",
    )


def test_kpis_say_what_share_went_by_itself(store):
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2", due_date=dt.date(2026, 1, 1)))
    add_invoices(store, "u2", invoice("u2-1"), audit_trail=(edited("invoices[0].iban"),))
    add_invoices(store, "u3", invoice("u3-1"), audit_trail=(edited("row"),), score=0.6)
    add_statement(store, "b1")
    add_statement(store, "b2", transaction("b2-1", amount=None))
    store.invoices.insert(new_upload("waiting"))
    store.invoices.insert(new_upload("broken"))
    store.invoices.set_status("broken", "failed", error_message="no page could be read")
    store.reconciliations.insert(reconciliation("r1"))
    (kpis,) = store.analytics.query("kpis", today=TODAY)
    assert (kpis["invoices"], kpis["invoices_matched"], kpis["match_rate"]) == (4, 1, 0.25)
    assert (kpis["transactions"], kpis["transaction_match_rate"]) == (2, 0.5)
    assert (kpis["uploads"], kpis["uploads_unread"], kpis["uploads_tried"]) == (7, 1, 6)
    assert (kpis["uploads_waiting"], kpis["uploads_failed"]) == (2, 1)
    assert kpis["straight_through_share"] == 3 / 6
    assert kpis["mean_confidence"] == pytest.approx((0.9 * 4 + 0.6) / 5)
    assert (kpis["oldest_open_invoice_id"], kpis["oldest_open_days"]) == ("u1-2", 60)


def test_kpis_of_nothing_are_unknown_rather_than_zero(store):
    (kpis,) = store.analytics.query("kpis", today=TODAY)
    assert (kpis["match_rate"], kpis["straight_through_share"]) == (None, None)
    assert (kpis["mean_confidence"], kpis["oldest_open_invoice_id"]) == (None, None)


def test_match_rate_by_run_is_in_order_of_time(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    store.reconciliations.insert(reconciliation("r2", run_at=NOON, totals=(3, 1)))
    store.reconciliations.insert(
        reconciliation("r1", matched=(), run_at=NOON - dt.timedelta(days=1))
    )
    found = rows(store, "match_rate_by_run", "reconciliation_id", "match_rate")
    assert found == [("r1", 0), ("r2", pytest.approx(0.3333))]
    assert rows(store, "match_rate_by_run", "reconciliation_id", from_date=NOON.date()) == [("r2",)]


@pytest.mark.parametrize(
    ("confidence", "step"), [(0.0, 0.0), (0.05, 0.05), (0.15, 0.15), (0.949, 0.9), (1.0, 0.95)]
)
def test_the_histogram_puts_each_confidence_into_its_step(store, confidence, step):
    add_invoices(store, "u1", invoice("u1-1", confidence=confidence))
    found = rows(store, "confidence_histogram", "kind", "from_confidence", "records")
    assert len(found) == 60
    assert [row for row in found if row[2]] == [("invoice", step, 1)]


def test_processing_time_is_given_per_page(store):
    store.invoices.insert(new_upload("u1"))
    store.invoices.set_status("u1", "processing", processing_start=NOON - dt.timedelta(seconds=30))
    info = processing_info(pages_text=1, pages_ocr=3)
    document = invoice_document("u1", processing_info=info)
    store.invoices.complete("u1", document, status="completed", confidence_score=0.9, row_version=2)
    columns = ("pages_total", "pages_ocr", "processing_seconds", "seconds_per_page")
    assert rows(store, "processing_time", *columns) == [(1, 3, 30.0, 30.0)]


def test_answers_follow_every_write(store):
    add_invoices(store, "u1")
    assert rows(store, "invoices", "vendor_name") == [("Acme Corp",)]
    changed = invoice_document("u1", invoice("u1-1", vendor_name="Changed"))
    store.invoices.save_document("u1", changed, row_version=3)
    assert rows(store, "invoices", "vendor_name") == [("Changed",)]
    store.move_upload("u1", "bank")
    assert rows(store, "invoices", "vendor_name") == []
    assert rows(store, "documents", "kind", "status") == [("bank", "pending")]
    store.bank.delete("u1")
    assert rows(store, "documents", "kind") == []


def test_a_frame_keeps_decimals_and_dates(store):
    add_invoices(store, "u1")
    frame = store.analytics.frame("invoices")
    assert frame["total_amount"][0] == Decimal("119.00")
    assert frame["invoice_date"][0] == dt.date(2026, 1, 15)
