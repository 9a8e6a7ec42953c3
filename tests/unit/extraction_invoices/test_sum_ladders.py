"""Totals that are reached step by step, and the sentences that say so."""

from decimal import Decimal

import pytest
from drawn_pages import drawn

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.sums.checks import failed_checks
from engine.records import Invoice, LineItem


def sums_of(text):
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    values = (invoice.subtotal, invoice.charges, invoice.tax_amount, invoice.total_amount)
    return tuple(None if value is None else str(value) for value in values)


def test_a_discount_and_freight_lead_from_the_lines_to_the_total():
    text = """
    Description        Qty    Price      Amount
    Oak table            2   400.00      800.00
    Chair                1   100.00      100.00
    Subtotal                             900.00
    Discount 10%                         -90.00
    Shipping                              40.00
    VAT 20%                              170.00
    Invoice total                      1,020.00
    """
    assert sums_of(text) == ("900.00", "-50.00", "170.00", "1020.00")


def test_the_net_sum_after_a_discount_is_the_subtotal():
    text = """
    Total Leistungen                   1'588.00
    ./. 5 % Rabatt                       -79.40
    Total exkl. MWST                   1'508.60
    8,1 % MWST                           122.20
    Rechnungsbetrag inkl. MWST         1'630.80
    """
    assert sums_of(text) == ("1508.60", None, "122.20", "1630.80")


def test_a_rate_proves_sums_that_no_word_announces():
    text = """
    Wohnhaus Jahresbeitrag               412,37
    Elementar                             96,40
    Beitrag vor Abgaben                  508,77
    19 % Abgabe                           96,67
    Beitrag mit Abgaben                  605,44
    """
    assert sums_of(text) == ("508.77", None, "96.67", "605.44")


def test_bases_and_rates_without_gross_amounts_are_added_up():
    text = """
    TOTAL FACTURA                        837,61
    Base         %IVA        Cuota
    133,00       21,00       27,93
    640,80        5,60       35,88
    """
    assert sums_of(text)[1:] == (None, "63.81", "837.61")


def test_what_is_due_after_a_payment_is_not_the_total():
    text = """
    Subtotal                             500.00
    VAT 20%                              100.00
    Total                                600.00
    Paid                                -250.00
    Balance due                          350.00
    """
    assert sums_of(text) == ("500.00", None, "100.00", "600.00")


def test_sums_in_whole_numbers_prove_themselves():
    text = """
    Osszesen       215 000       58 050       273 050
    Fizetendo                                 273 050 Ft
    """
    assert sums_of(text) == ("215000.00", None, "58050.00", "273050.00")


def an_invoice(**values):
    numbers = {name: Decimal(value) for name, value in values.items()}
    line = LineItem(description="Oak table", amount=Decimal("100.00"))
    return Invoice(invoice_id="u-1", line_items=(line,), **numbers)


@pytest.mark.parametrize("missing", ["subtotal", "total_amount"])
def test_a_missing_sum_fails_nothing(missing):
    values = {"subtotal": "100.00", "tax_amount": "19.00", "total_amount": "119.00"}
    del values[missing]
    invoice = an_invoice(**values)
    assert (
        failed_checks(
            subtotal=invoice.subtotal,
            tax_amount=invoice.tax_amount,
            total_amount=invoice.total_amount,
            line_items=invoice.line_items,
        )
        == ()
    )


def test_a_gap_is_told_with_the_charges():
    sentences = failed_checks(
        subtotal=Decimal("100.00"),
        tax_amount=Decimal("19.00"),
        total_amount=Decimal("130.00"),
        line_items=(),
        charges=Decimal("5.00"),
    )
    assert sentences == (
        "Subtotal 100.00, other charges 5.00 and tax 19.00 make 124.00, but the total is 130.00.",
    )


def test_a_table_of_rates_tells_the_net_sum_of_a_till_receipt():
    text = """
    2    SILICONA BLANCA       4,85      9,70
    1    BROCA WIDIA           3,40      3,40
    3    CINTA NEGRA           1,95      5,85
    1    PILAS AAA             4,20      4,20
    TOTAL                               23,15
    Base         %IVA        Cuota
    19,13        21,00        4,02
    """
    assert sums_of(text) == ("19.13", None, "4.02", "23.15")
