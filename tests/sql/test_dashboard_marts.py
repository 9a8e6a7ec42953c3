"""What the dashboard asks: figures, and the rows behind them that add up to the same."""

import datetime as dt
from decimal import Decimal

import pytest
from asked_marts import rows
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    invoice,
    match,
    processing_info,
    reconciliation,
    transaction,
)

from engine.records import append_entry

TODAY = dt.date(2026, 3, 2)


def edits(*changes, confirm_after=None):
    trail = ()
    for target, before, after in changes:
        trail = append_entry(
            trail, at=NOON, by="anna", action="edit", target=target, before=before, after=after
        )
    if confirm_after is not None:
        trail = append_entry(trail, at=NOON + confirm_after, by="anna", action="confirm")
    return trail


def only(store, mart, **params):
    (found,) = store.analytics.query(mart, **params)
    return found


def total(store, **params):
    return store.analytics.query("reading_quality", **params)[0]


def test_without_rows_the_figures_are_empty_not_wrong(store):
    found = total(store)
    assert (found["uploads"], found["tried"], found["values_read"]) == (0, 0, None)
    assert only(store, "match_quality")["invoices"] == 0
    assert [row["files"] for row in store.analytics.query("funnel")] == [0, 0, 0, 0]
    assert store.analytics.query("doubt_causes") == []


def test_a_correction_that_was_taken_back_is_none(store):
    trail = edits(
        ("invoices[0].invoice_number", "A", "B"),
        ("invoices[0].invoice_number", "B", "A"),
        ("invoices[1].due_date", None, "2026-02-01"),
        ("invoices[1].due_date", "2026-02-01", "2026-02-03"),
    )
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2"), audit_trail=trail)
    columns = ("record_index", "field", "before", "after", "edited_by")
    assert rows(store, "corrections", *columns) == [(2, "due_date", None, "2026-02-03", "anna")]
    found = total(store)
    assert (found["corrections"], found["values_read"]) == (1, 12)
    assert found["straight_through"] == 0


def test_values_of_lines_and_of_statements_are_counted(store):
    add_statement(store, "b1", transaction("b1-1", balance=Decimal("1.00")))
    assert total(store)["values_read"] == 4


def test_the_time_to_confirm_is_from_upload_to_the_last_confirmation(store):
    hours = [dt.timedelta(hours=n) for n in (1, 2, 9)]
    for number, after in enumerate(hours):
        trail = edits(confirm_after=after)
        add_invoices(
            store, f"u{number}", invoice(f"u{number}-1"), status="completed", audit_trail=trail
        )
        store.invoices.set_status(f"u{number}", "confirmed")
    found = total(store)
    assert (found["confirmed"], found["median_seconds_to_confirm"]) == (3, 7200.0)
    seconds = rows(store, "dashboard_files", "seconds_to_confirm", state="confirmed")
    assert sorted(seconds) == [(3600,), (7200,), (32400,)]


def test_figures_stand_by_month_too(store):
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2", invoice_date=None))
    months = rows(store, "match_quality", "month", "is_total", "invoices")
    assert months == [(None, True, 2), (dt.date(2026, 1, 1), False, 1)]
    uploads = rows(store, "reading_quality", "month", "uploads")
    assert uploads == [(None, 1), (dt.date(2026, 3, 1), 1)]


def test_filters_choose_files_by_what_is_in_them(store):
    add_invoices(store, "u1", invoice("u1-1", vendor_name="A"))
    add_invoices(store, "u2", invoice("u2-1", vendor_name="B", currency="USD"))
    add_statement(store, "b1")
    assert total(store)["uploads"] == 3
    assert total(store, vendor="A")["uploads"] == 1
    assert total(store, currency="USD")["uploads"] == 1
    assert total(store, account="DE02120300000000202051")["uploads"] == 1
    assert total(store, from_date=dt.date(2026, 3, 3))["uploads"] == 0
    assert total(store, to_date=dt.date(2026, 3, 2))["uploads"] == 3


def test_the_funnel_narrows(store):
    add_invoices(store, "u1", invoice("u1-1"), status="confirmed")
    add_invoices(store, "u2", invoice("u2-1"), status="confirmed")
    add_invoices(store, "u3", invoice("u3-1"))
    add_statement(store, "b1")
    store.reconciliations.insert(reconciliation())
    steps = rows(store, "funnel", "step", "files", "invoices")
    assert steps == [("uploaded", 3, 3), ("read", 3, 3), ("confirmed", 2, 2), ("matched", 1, 1)]
    for step, state in (("matched", "matched"), ("confirmed", "confirmed"), ("read", "read")):
        behind = rows(store, "dashboard_files", "upload_id", state=state, kind="invoice")
        assert len(behind) == dict(rows(store, "funnel", "step", "files"))[step]


def test_equal_causes_count_together_and_lead_to_their_files(store):
    for number in range(3):
        checks = (f"lines add up to {number}18.00, total says 119.00",)
        add_invoices(store, f"u{number}", invoice(f"u{number}-1", checks=checks))
    add_invoices(store, "u9", invoice("u9-1", total_amount=None))
    found = rows(store, "doubt_causes", "cause", "files", "all_files")
    assert found == [
        ("lines add up to …, total says …", 3, 4),
        ("no total was read", 1, 4),
    ]
    for cause, files, _ in found:
        assert len(rows(store, "dashboard_files", "upload_id", cause=cause)) == files


def test_confidence_is_held_against_what_people_left_as_it_was(store):
    trail = edits(("invoices[1].total_amount", "1.00", "2.00"))
    add_invoices(
        store,
        "u1",
        invoice("u1-1", confidence=0.95),
        invoice("u1-2", confidence=0.92),
        status="confirmed",
        audit_trail=trail,
    )
    add_invoices(store, "u2", invoice("u2-1", confidence=0.95))
    columns = ("kind", "from_confidence", "records", "records_right")
    assert rows(store, "confidence_correctness", *columns) == [("invoice", 0.9, 2, 1)]


def test_reading_time_is_by_month_and_way(store):
    info = processing_info(pages_text=0, pages_ocr=1)
    add_invoices(store, "u1", invoice("u1-1"), processing_info=info)
    add_invoices(store, "u2", invoice("u2-1"))
    assert rows(store, "reading_speed", "way", "files") == [("scan", 1), ("text", 1)]


@pytest.fixture
def books(store):
    add_invoices(
        store,
        "u1",
        invoice("u1-1", total_amount=Decimal("100.10")),
        invoice("u1-2", total_amount=Decimal("-3.05"), document_type="credit_note"),
        invoice("u1-3", total_amount=Decimal("7"), currency="USD"),
        invoice("u1-4", total_amount=None),
        invoice("u1-5", direction="receivable"),
        invoice("u1-6", due_date=None, invoice_date=None),
        invoice("u1-7", due_date=dt.date(2025, 1, 1)),
    )
    add_statement(
        store,
        "b1",
        transaction("b1-1"),
        transaction("b1-2", amount=Decimal("5.55")),
        transaction("b1-3", amount=Decimal("9"), currency="USD"),
    )
    return store


def test_the_rows_behind_spend_add_up_to_it(books):
    for row in books.analytics.query("spend_by_vendor_month"):
        behind = books.analytics.query(
            "spend_invoices", vendor=row["vendor_name"], currency=row["currency"]
        )
        assert sum(found["total_amount"] for found in behind) == row["amount"]
        assert len(behind) == row["invoices"] == behind[0]["total_rows"]


def test_the_rows_behind_cash_add_up_to_it(books):
    for row in books.analytics.query("cash_by_month"):
        behind = books.analytics.query("cash_lines", currency=row["currency"])
        assert sum(found["amount"] for found in behind) == row["net"]
        assert len(behind) == row["transactions"]


def test_the_rows_behind_each_age_add_up_to_it(books):
    ageing = books.analytics.query("ageing", today=TODAY)
    for row in ageing:
        behind = books.analytics.query(
            "open_invoices",
            today=TODAY,
            bucket=row["bucket"],
            currency=row["currency"],
            direction=row["direction"],
        )
        known = [found["amount_open"] for found in behind if found["amount_open"] is not None]
        assert sum(known) == row["amount_open"]
        assert len(known) == row["invoices"]
    totals = books.analytics.query("open_amount_by_currency", today=TODAY)
    for row in totals:
        own = [
            age["amount_open"]
            for age in ageing
            if (age["currency"], age["direction"]) == (row["currency"], row["direction"])
        ]
        assert sum(own) == row["amount_open"]


def test_what_is_open_without_a_date_has_its_own_age(books):
    found = dict(
        rows(
            books, "ageing", "bucket", "invoices", today=TODAY, direction="payable", currency="EUR"
        )
    )
    assert found["no date"] == 1


def test_open_amounts_stand_by_the_month_they_fall_due(books):
    found = rows(books, "open_by_month", "currency", "direction", "month", "invoices")
    assert ("EUR", "payable", dt.date(2025, 1, 1), 1) in found
    assert all(month is not None for _, _, month, _ in found)


def test_a_rejected_match_counts_as_wrong(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    store.reconciliations.insert(
        reconciliation(matched=(match(decision="rejected", confidence=0.96),))
    )
    columns = ("kind", "records", "records_right")
    assert rows(store, "confidence_correctness", *columns) == [("match", 1, 0)]


def test_each_reviewer_has_what_they_did(store):
    confirm = edits(
        ("invoices[0].vendor_name", "Acme", "Acme Corp"), confirm_after=dt.timedelta(hours=1)
    )
    add_invoices(store, "u1", invoice("u1-1"), audit_trail=confirm)
    store.invoices.set_status("u1", "confirmed")
    add_statement(store, "b1", transaction("b1-1"))
    said = {"decision": "rejected", "decided_by": "ben", "decided_at": NOON}
    store.reconciliations.insert(reconciliation(matched=(match(**said),)))
    found = {row["who"]: row for row in store.analytics.query("figures_by_reviewer")}
    assert set(found) == {"anna", "ben"}
    assert (found["anna"]["files_confirmed"], found["anna"]["corrections"]) == (1, 1)
    assert (found["ben"]["matches_confirmed"], found["ben"]["matches_rejected"]) == (0, 1)
    assert store.analytics.query("figures_by_reviewer", from_date=dt.date(2999, 1, 1)) == []


def test_each_ocr_engine_has_its_files(store):
    add_invoices(store, "u1", invoice("u1-1"))
    add_statement(
        store, "b1", transaction("b1-1"), processing_info=processing_info(pages_text=0, pages_ocr=1)
    )
    found = {row["ocr_engine"]: row for row in store.analytics.query("figures_by_engine")}
    assert set(found) == {None, "tesseract"}
    assert (found["tesseract"]["files"], found["tesseract"]["corrections"]) == (1, 0)
    assert found[None]["pages"] == 1
    assert store.analytics.query("figures_by_engine", vendor="Nobody") == []
