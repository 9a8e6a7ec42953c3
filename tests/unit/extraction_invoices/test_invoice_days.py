"""Days of invoices on small drawn pages: issue and due day, in every order and wording."""

import datetime as dt

import pytest
from drawn_pages import only, read

from engine.extraction.invoices.header.dating import find_dates_of


@pytest.mark.parametrize(
    ("text", "issued", "due"),
    [
        ("Invoice date 5/3/2025  Due date 19/3/2025", "2025-03-05", "2025-03-19"),
        ("Invoice date 3/15/2025  Due date 4/1/2025", "2025-03-15", "2025-04-01"),
        ("Rechnung Nr. 5 vom 05.03.2025", "2025-03-05", None),
        ("Order date 1 Mar 2025\nDate 5 Mar 2025\nDelivery date 3 Mar 2025", "2025-03-05", None),
        ("München, den 5. März 2025", "2025-03-05", None),
        ("Period 1 Jan 2025 - 31 Jan 2025\nIssued 2 Feb 2025", "2025-02-02", None),
        ("TERMS : 21 DAYS (28 AUG 2025)\nDATE : 07 AUG 2025", "2025-08-07", "2025-08-28"),
        ("Date: 5 Mar 2025\nDue date: 1 Mar 2025", "2025-03-05", None),
        (
            "Zahlbar bis 20.05.2025, Skonto bis 10.05.2025\nDatum 01.05.2025",
            "2025-05-01",
            "2025-05-20",
        ),
        ("Something on 5 Mar 2025", "2025-03-05", None),
        ("From 5 Mar 2025 to 9 Mar 2025", None, None),
    ],
)
def test_the_day_of_issue_and_the_day_due(text, issued, due):
    first, second = find_dates_of(*read(text))
    days = [entries[0].value.isoformat() if entries else None for entries in (first, second)]
    assert days == [issued, due]


def test_dates_follow_the_order_that_the_pages_prove():
    invoice = only("Invoice date 04/05/2025\nDelivery date 04/28/2025")
    assert invoice.invoice_date == dt.date(2025, 4, 5)


def issued(text):
    return only(text).invoice_date


def test_american_addresses_put_the_month_first():
    assert issued("1 Main St\nTopeka, KS 66603\nInvoice date 04/05/2025") == dt.date(2025, 4, 5)
    assert issued("1 Main St\nTopeka\nInvoice date 04/05/2025") == dt.date(2025, 5, 4)
    euro = "Topeka, KS 66603\nInvoice date 04/05/2025\nTotal €59,50"
    assert issued(euro) == dt.date(2025, 5, 4)


def test_an_invoice_is_not_due_before_it_is_written():
    text = "Invoice date 05/10/2025     Due date 06/09/2025"
    invoice = only(text)
    assert (invoice.invoice_date, invoice.due_date) == (dt.date(2025, 5, 10), dt.date(2025, 6, 9))


def test_dates_that_prove_their_order_are_believed_in_any_country():
    text = "Topeka, KS 66603\nInvoice date 05/03/2025     Due date 19/03/2025"
    assert issued(text) == dt.date(2025, 3, 5)


def days_of(text):
    issued, due = find_dates_of(*read(text))
    return tuple(entries[0].value.isoformat() if entries else None for entries in (issued, due))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rechnung R-7\nvom 27.01.2026 · Kundennummer 44", ("2026-01-27", None)),
        ("Bremen, den 21. April 2025\nLeistung 01.02.2025 bis 05.02.2025", ("2025-04-21", None)),
        (
            "Datum    17.06.2025\nDer Betrag wird am 26.06.2025 von Ihrem Konto abgebucht.",
            ("2025-06-17", "2025-06-26"),
        ),
        (
            "Datum    17.06.2025\nIhr Vertrag endet am 13.04.2026, danach monatlich.",
            ("2025-06-17", None),
        ),
        ("Fecha: 7/8/2025\nRechnung gemäß Bestellung vom\n01.03.2013", ("2025-08-07", None)),
        ("Faktura nr 12/07/2026    Data wystawienia: 08-08-2026", ("2026-08-08", None)),
    ],
)
def test_dates_in_sentences_and_under_titles(text, days):
    assert days_of(text) == days
