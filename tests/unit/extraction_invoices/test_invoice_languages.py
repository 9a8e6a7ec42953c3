"""Whole invoices in the languages of Europe, each with another layout."""

import datetime as dt
from decimal import Decimal

import pytest
from drawn_pages import drawn
from invoice_pages import PAGES

from engine.extraction import Context, extract_invoices

EXPECTED = {
    "british": ("HB-20417", "2025-10-03", "2025-11-02", "Hollowbrook Paper Ltd",
                "Marsh & Daughters", "GBP", "75.00", "15.00", "90.00"),
    "american": ("PT-3391", "2025-04-28", "2025-05-28", "Prairie Tool Supply, Inc.",
                 "Cedar Creek Farms LLC", "USD", "200.00", "16.00", "216.00"),
    "german": ("2025-0815", "2025-05-07", "2025-05-21", "Brunnhof Werkzeuge GmbH",
               "Kunze & Söhne KG", "EUR", "130.00", "24.70", "154.70"),
    "french": ("F-2025-118", "2025-06-12", "2025-07-12", "Menuiserie Valmont SARL",
               "Hôtel du Port", "EUR", "1500.00", "300.00", "1800.00"),
    "dutch": ("20250077", "2025-03-03", "2025-03-17", "Bakkerij De Molen B.V.",
              "Restaurant Zilt", "EUR", "150.00", "13.50", "163.50"),
    "italian": ("145/2025", "2025-09-15", None, "Officina Bellavista S.r.l.",
                "Trattoria Da Nina S.n.c.", "EUR", "380.00", "83.60", "463.60"),
    "spanish": ("A-2025/031", "2025-07-01", "2025-07-31", "Talleres Montenegro S.L.",
                "Clínica del Río S.A.", "EUR", "250.00", "52.50", "302.50"),
    "portuguese": ("FT 2025/88", "2025-02-20", "2025-03-22", "Serralharia Duarte Lda",
                   "Pousada do Monte Lda", "EUR", "900.00", "207.00", "1107.00"),
    "czech": ("250100045", "2025-08-05", "2025-08-19", "Truhlářství Havel s.r.o.",
              "Penzion U Lípy", "CZK", "17000.00", "3570.00", "20570.00"),
    "polish": ("FV/12/2025", "2025-11-10", "2025-11-24", "Drukarnia Wisła Sp. z o.o.",
               "Księgarnia Pod Lipą", "PLN", "600.00", "138.00", "738.00"),
    "swedish": ("88112", "2025-04-15", "2025-05-15", "Skogens Snickeri AB",
                "Kafé Norrsken", "SEK", "4000.00", "1000.00", "5000.00"),
    "danish": ("4471", "2025-12-01", "2025-12-15", "Fjordens Maskiner ApS",
               "Klitgården Hotel A/S", "DKK", "2000.00", "500.00", "2500.00"),
    "finnish": ("70055", "2025-09-08", "2025-09-22", "Koskenrannan Saha Oy",
                "Mökkipalvelu Virtanen Oy", "EUR", "200.00", "51.00", "251.00"),
}  # fmt: skip


def day(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize("language", EXPECTED)
def test_an_invoice_is_read_in_any_of_the_languages(language):
    number, issued, due, vendor, customer, currency, net, tax, total = EXPECTED[language]
    (invoice,) = extract_invoices([drawn(PAGES[language])], Context("u"))
    assert invoice.invoice_number == number
    assert (invoice.invoice_date, invoice.due_date) == (day(issued), day(due))
    assert (invoice.vendor_name, invoice.customer_name) == (vendor, customer)
    assert invoice.currency == currency
    assert invoice.subtotal == Decimal(net)
    assert invoice.tax_amount == Decimal(tax)
    assert invoice.total_amount == Decimal(total)
    assert sum(item.amount for item in invoice.line_items) == Decimal(net)
    assert invoice.checks == ()


def test_terms_accounts_and_orders_are_read_too():
    (invoice,) = extract_invoices([drawn(PAGES["german"])], Context("u"))
    assert invoice.purchase_order == "B-77120"
    assert invoice.iban == "DE89370400440532013000"
    assert invoice.vendor_tax_id == "DE136695976"
    assert invoice.payment_terms.discount_percent == 2
    assert invoice.payment_terms.discount_days == 8


def test_items_keep_their_cells():
    (invoice,) = extract_invoices([drawn(PAGES["british"])], Context("u"))
    first, second = invoice.line_items
    assert (first.description, first.quantity) == ("Copy paper A4", 10)
    assert (second.unit_price, second.amount) == (Decimal("11.00"), Decimal("33.00"))
