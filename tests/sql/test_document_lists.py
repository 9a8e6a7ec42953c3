"""Documents, lines and matches as the screens list them, with the reason why one needs a person."""

import datetime as dt
from decimal import Decimal

import pytest
from asked_marts import rows
from made_rows import (
    add_invoices,
    add_statement,
    invoice,
    match,
    processing_info,
    reconciliation,
    transaction,
)

from engine.records import FailedPage

FAILED_PAGE = FailedPage(page=2, code="page_unreadable", message="x")


def test_documents_of_both_kinds_stand_in_one_table(store):
    add_invoices(store, "u1", invoice("u1-1"))
    add_invoices(store, "u2", invoice("u2-1"), invoice("u2-2", currency="USD", vendor_name="B"))
    add_statement(store, "b1")
    columns = ("kind", "upload_id", "party", "party_count", "number", "amount", "currency")
    assert sorted(rows(store, "documents", *columns)) == [
        ("bank", "b1", "Example Bank", 1, "DE02120300000000202051", Decimal("881.00"), "EUR"),
        ("invoice", "u1", "Acme Corp", 1, "INV-u1-1", Decimal("119.00"), "EUR"),
        ("invoice", "u2", "Acme Corp", 2, None, None, None),
    ]
    assert rows(store, "documents", "upload_id", search="EXAMPLE") == [("b1",)]
    assert rows(store, "documents", "upload_id", kind="bank") == [("b1",)]
    assert rows(store, "documents", "total_rows", limit=1) == [(3,)]
    assert len(rows(store, "documents", "kind", limit=2, offset=2)) == 1


@pytest.mark.parametrize(
    ("changes", "status", "reason"),
    [
        ({}, "completed", None),
        ({"total_amount": None}, "completed", "no total was read"),
        ({"currency": None}, "completed", "no currency was read"),
        ({"invoice_date": None}, "completed", "no date was read"),
        ({"invoice_number": None}, "completed", "no invoice number was read"),
        ({"checks": ("lines add up to 118.00",)}, "completed", "lines add up to 118.00"),
        ({"confidence": 0.5}, "completed", "some values are doubtful"),
        ({"confidence": 0.5}, "confirmed", None),
        ({}, "partial", "1 of 1 pages could not be read"),
    ],
)
def test_documents_say_why_they_need_a_person(store, changes, status, reason):
    info = processing_info(failed_pages=(FAILED_PAGE,) if status == "partial" else ())
    add_invoices(store, "u1", invoice("u1-1", **changes), status=status, processing_info=info)
    assert rows(store, "documents", "reason") == [(reason,)]
    assert rows(store, "documents", "reason", needs_person=reason is None) == []


def test_the_reason_names_the_invoice_when_there_are_several(store):
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2", invoice_date=None))
    assert rows(store, "documents", "reason") == [("Invoice 2: no date was read",)]


def test_a_statements_reason_names_the_line(store):
    add_statement(store, "b1", transaction("b1-1"), transaction("b1-2", amount=None))
    doubtful = transaction("b2-2", checks=("The scan of this row is hard to read.",))
    add_statement(store, "b2", transaction("b2-1"), doubtful)
    assert rows(store, "documents", "reason") == [
        ("Line 2: no amount was read",),
        ("Line 2: The scan of this row is hard to read.",),
    ]


def test_a_line_takes_account_and_currency_of_its_statement(store):
    add_statement(store, "b1", transaction("b1-1", account_number=None, currency=None))
    assert rows(store, "transactions", "account_number", "currency") == [
        ("DE02120300000000202051", "EUR")
    ]


def test_lists_filter_search_and_page(store):
    add_statement(
        store,
        "b1",
        transaction("b1-1", description="Rent March"),
        transaction("b1-2", counterparty="Rentokil", date=dt.date(2026, 2, 20)),
        transaction("b1-3", description="Fee", type="fee", date=None),
    )
    assert rows(store, "transactions", "transaction_id") == [("b1-2",), ("b1-1",), ("b1-3",)]
    assert rows(store, "transactions", "transaction_id", "total_rows", search="rent", limit=1) == [
        ("b1-2", 2)
    ]
    assert rows(store, "transactions", "transaction_id", type="fee") == [("b1-3",)]
    assert rows(store, "transactions", "transaction_id", match_state="matched") == []
    assert rows(store, "transactions", "transaction_id", to_date=dt.date(2026, 2, 10)) == [
        ("b1-1",)
    ]


def test_matches_are_listed_with_whether_they_count(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    rejected = match("m2", decision="rejected")
    store.reconciliations.insert(reconciliation("r1", matched=(match("m1"), rejected)))
    assert rows(store, "matches", "match_id", "in_force", "invoice_ids") == [
        ("m1", True, ["u1-1"]),
        ("m2", False, ["u1-1"]),
    ]
    assert rows(store, "matches", "match_id", decision="rejected") == [("m2",)]


def test_filter_values_are_what_occurs(store):
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2", vendor_name=None))
    add_statement(store, "b1")
    assert rows(store, "filter_values", "field", "value", "records") == [
        ("account", "DE02120300000000202051", 1),
        ("currency", "EUR", 3),
        ("vendor", "Acme Corp", 1),
    ]
