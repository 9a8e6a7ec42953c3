"""Whole invoices that print things where few others do."""

import datetime as dt
from decimal import Decimal

import pytest
from drawn_pages import drawn

from engine.extraction import Context, extract_invoices

SWISS = """
  Seeblick Elektro AG                                          Zürich, 14. November 2025
  Uferstrasse 18, 8008 Zürich
  CHE-107.787.577 MWST

                                                  Hotel Alpenrose
                                                  Dorfplatz 1
                                                  3818 Grindelwald

  RECHNUNG NR. 25-3307

  Pos    Leistung                         Menge      Ansatz          Betrag
  10     Installation Küche                32 h       98.50        3'152.00
  20     Material pauschal                  1      1'240.00        1'240.00

         Total exkl. MWST                                      CHF 4'392.00
         MWST 8.1 %                                            CHF   355.75
         Rechnungstotal                                        CHF 4'747.75

  Zahlbar innert 30 Tagen netto.   IBAN CH93 0076 2011 6238 5295 7
"""
HOTEL = """
                         GRAND HARBOUR HOTEL
                  1 Pier Road, Portsmouth PO1 3AX

  Guest: Ms Ann Other                       Folio No.: 66120
  Room: 412                                 Arrival: 03 Jun 2025
  Invoice to: Orbit Travel Ltd              Departure: 05 Jun 2025
                                            Invoice Date: 05 Jun 2025

  Date          Description                      Amount GBP
  03 Jun 2025   Accommodation                        120.00
  04 Jun 2025   Accommodation                        120.00
  04 Jun 2025   Restaurant                            36.00

                Total                                276.00
                Paid by card                        -276.00
                Balance due                            0.00

  VAT summary      Net        VAT       Gross
  20%            230.00      46.00     276.00
"""
TELECOM = """
  norvik telecom                                     Your bill

  Mrs K. Hansen Trading                 Bill number            9000123477
  Box 14                                Account number         55 120 441
  Oslo 0150                             Bill date              01.04.2025
                                        Payment due            20.04.2025

  Last month
  Previous balance                                    310.00
  Payment received 18.03.2025 - thank you            -310.00
  Balance brought forward                               0.00

  This month
  Subscriptions                                       240.00
  Calls                                                40.00
  VAT 25 %                                             70.00
  Total new charges                                   350.00

  Amount to pay                                    NOK 350.00
"""
BOXED = """
  +----------------------------------------------------------+
  INVOICE NUMBER          INVOICE DATE            PAGE
  778201                  2025-02-11              1 of 1

  CUSTOMER NO.            YOUR REFERENCE          TERMS
  C-9001                  J. Doe                  30 days net

  SOLD BY                                 SOLD TO
  Ironbark Mining Supplies Pty Ltd        Outback Drilling Co
  7 Quarry Road                           PO Box 77
  Broken Hill NSW 2880                    Alice Springs NT 0870
  ABN 53 004 085 616

  PART NO    DESCRIPTION             QTY    UNIT PRICE    TOTAL AUD
  D-100      Drill bit                 4        250.00     1,000.00
  H-200      Hose                     10         30.00       300.00

  NETT 1,300.00          GST 130.00          TOTAL AUD 1,430.00
"""
CONTRACTOR = """
  Ruth Alder
  Freelance translator
  ruth@alderwords.example

  Invoice 2025-31
  Date: 30 September 2025

  To: Meridian Publishing House

  Translation of 12 400 words at 0.12 EUR          1 488.00 EUR
  Rush fee                                           150.00 EUR
  Total                                            1 638.00 EUR

  Please transfer the amount within 14 days to
  IBAN: FI21 1234 5600 0007 85
"""
LAKH = """
  Sri Balaji Textiles Pvt Ltd
  14 Mill Road, Coimbatore 641001
  GSTIN: 33AAACB1234F1Z5

  TAX INVOICE

  Invoice No.: SBT/25-26/0044               Dated: 12-Aug-2025
  Buyer:
  Lotus Garments Private Limited
  22 Ring Road, Surat 395002

  Sl  Description of Goods     HSN     Qty     Rate         Amount
  1   Cotton fabric            5208    5000    42.00    2,10,000.00

                               CGST 2.5%                    5,250.00
                               SGST 2.5%                    5,250.00
                               Total                  Rs. 2,20,500.00
"""

EXPECTED = {
    "swiss": (SWISS, "25-3307", "2025-11-14", "Seeblick Elektro AG", "Hotel Alpenrose", "CHF",
              "4747.75"),
    "hotel": (HOTEL, "66120", "2025-06-05", "GRAND HARBOUR HOTEL", "Orbit Travel Ltd", "GBP",
              "276.00"),
    "telecom": (TELECOM, "9000123477", "2025-04-01", None, "Mrs K. Hansen Trading",
                "NOK", "350.00"),
    "boxed": (BOXED, "778201", "2025-02-11", "Ironbark Mining Supplies Pty Ltd",
              "Outback Drilling Co", "AUD", "1430.00"),
    "contractor": (CONTRACTOR, "2025-31", "2025-09-30", "Ruth Alder",
                   "Meridian Publishing House", "EUR", "1638.00"),
    "lakh": (LAKH, "SBT/25-26/0044", "2025-08-12", "Sri Balaji Textiles Pvt Ltd",
             "Lotus Garments Private Limited", "INR", "220500.00"),
}  # fmt: skip


@pytest.mark.parametrize("layout", EXPECTED)
def test_an_odd_layout_is_read(layout):
    text, number, issued, vendor, customer, currency, total = EXPECTED[layout]
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    assert invoice.invoice_number == number
    assert invoice.invoice_date == dt.date.fromisoformat(issued)
    assert invoice.vendor_name == vendor
    assert invoice.customer_name == customer
    assert invoice.currency == currency
    assert invoice.total_amount == Decimal(total)


def test_what_is_left_to_pay_is_not_the_total():
    (invoice,) = extract_invoices([drawn(HOTEL)], Context("u"))
    assert invoice.amount_due == Decimal("0.00")
    assert (invoice.subtotal, invoice.tax_amount) == (Decimal("230.00"), Decimal("46.00"))


def test_taxes_printed_apart_are_one_sum():
    (invoice,) = extract_invoices([drawn(LAKH)], Context("u"))
    assert invoice.tax_amount == Decimal("10500.00")
    assert invoice.checks == ()


def test_sums_in_one_row_are_no_item():
    (invoice,) = extract_invoices([drawn(BOXED)], Context("u"))
    assert [item.amount for item in invoice.line_items] == [Decimal("1000.00"), Decimal("300.00")]
    assert invoice.subtotal == Decimal("1300.00")
