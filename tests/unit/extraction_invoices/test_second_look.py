"""A second look at an invoice: reasons of its values, and the other values that are printed."""

import datetime as dt
from decimal import Decimal

from msgspec.structs import replace

from engine.extraction import Context
from engine.extraction.invoices.extract import extract_invoices
from engine.extraction.invoices.second_look import second_look
from engine.extraction.printed.own_sheet import sheet_of_invoice
from engine.reading.page import Page, Word

LINES = (
    "Acme Supplies Ltd",
    "INVOICE",
    "Invoice number: INV-100",
    "Invoice date: 2026-02-03",
    "Delivery date: 2026-01-28",
    "Due date: 2026-03-05",
    "Net amount: EUR 100.00",
    "VAT 19 %: EUR 19.00",
    "Total amount: EUR 119.00",
    "Deposit: EUR 50.00",
)


def page_of(lines):
    words = []
    for row, line in enumerate(lines):
        x = 0.1
        for text in line.split():
            wide = 0.012 * len(text)
            words.append(Word(text, x, 0.1 + 0.03 * row, x + wide, 0.118 + 0.03 * row))
            x += wide + 0.012
    return Page(1, 595.0, 842.0, "text", tuple(words))


def looked(**changes):
    page = page_of(LINES)
    (invoice,) = extract_invoices([page], Context(upload_id="u1"))
    invoice = replace(invoice, **changes)
    return invoice, second_look(sheet_of_invoice(invoice, [page]), invoice)


def test_values_are_explained_by_findings():
    invoice, looks = looked()
    assert invoice.total_amount == Decimal("119.00")
    assert looks["total_amount"].findings
    assert all(found.weight for found in looks["total_amount"].findings)


def test_other_days_and_amounts_of_the_page_are_offered_with_their_places():
    _, looks = looked()
    days = {other.date for other in looks["invoice_date"].others}
    assert days == {dt.date(2026, 1, 28)}
    amounts = [other.number for other in looks["total_amount"].others]
    assert amounts == [Decimal("50.00")]
    assert looks["total_amount"].others[0].place.page == 1
    assert looks["total_amount"].others[0].place.text == "EUR 50.00"


def test_a_value_that_was_too_doubtful_to_be_given_is_offered_and_says_so():
    _, looks = looked(total_amount=None)
    first = looks["total_amount"].others[0]
    assert (first.number, first.is_taken_back) == (Decimal("119.00"), True)


def test_a_changed_value_is_offered_what_was_read_and_explained_no_more():
    _, looks = looked(total_amount=Decimal("5.00"))
    first = looks["total_amount"].others[0]
    assert (first.number, first.is_taken_back) == (Decimal("119.00"), False)
    assert looks["total_amount"].findings == ()
