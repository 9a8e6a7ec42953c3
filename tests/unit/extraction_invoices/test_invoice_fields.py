"""Single fields on small drawn pages."""

from decimal import Decimal

import pytest
from drawn_pages import drawn, only, read

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.header.currency import find_currency
from engine.extraction.invoices.header.numbering import find_numbers
from engine.extraction.invoices.header.terms import find_terms
from engine.extraction.invoices.sums.totals import find_totals


def number_of(text):
    numbers, _, _ = find_numbers(*read(text))
    return numbers[0].value if numbers else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Invoice No: A-17", "A-17"),
        ("INVOICE: INV-100", "INV-100"),
        ("Invoice FC-3052", "FC-3052"),
        ("Rechnung Nr. 471102 vom 05.03.2020", "471102"),
        ("Handelsrechnung (380) Nr. 471102 vom 05.03.2020", "471102"),
        ("Faktura    č. 198900001", "198900001"),
        ("N°000.000.046\nFACTURE N° F20180027", "F20180027"),
        ("Invoice number   4410 0927 3315", "4410 0927 3315"),
        ("Rechnungsnummer: RE 2020-001", "RE 2020-001"),
        (
            "INVOICE NUMBER      DATE           CUSTOMER NO\n8812                5 May 2025     77",
            "8812",
        ),
        ("Rechnungsnummer\n208 864 8801", "208 864 8801"),
        ("Rechnungsnummer\nVR 975012872", "VR 975012872"),
        ("Fatura FT A/1207      Original\nN.º Contrib.   Moeda\n588381772      EUR", "FT A/1207"),
        ("Faktura nr 12/07/2026", "12/07/2026"),
        ("Faktura\nFV 7/05/2026", "FV 7/05/2026"),
        ("Nummer / Numéro    Datum / Date\n2026/1204          14/08/2026", "2026/1204"),
        ("Customer No: 55\nOrder No: 66", None),
        ("HRB Nr. 372876", None),
        ("Invoice date 05.03.2020", None),
        ("Invoice total 1,234.00", None),
    ],
)
def test_the_invoices_number(text, number):
    assert number_of(text) == number


def test_order_number_and_payment_reference_are_told_from_the_invoices_number():
    text = """
    Invoice no      1001
    Your order      PO-55
    IBAN  DE89 3704 0044 0532 0130 00
    Reference: RF-77
    """
    numbers, orders, references = find_numbers(*read(text))
    assert (numbers[0].value, orders[0].value, references[0].value) == ("1001", "PO-55", "RF-77")


def totals_of(text):
    sheet, found = read(text)
    totals = find_totals(sheet, found, frozenset())
    figures = (totals.subtotal, totals.tax, totals.total, totals.due)
    return [None if figure is None else str(figure.value) for figure in figures]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Subtotal 100.00\nVAT 20.00\nTotal 120.00", ["100.00", "20.00", "120.00", None]),
        (
            "Subtotal 100.00\nSales tax 10.00\nTotal 110.00\n"
            "Previous balance 500.00\nAmount due 610.00",
            ["100.00", "10.00", "110.00", "610.00"],
        ),
        (
            "Nettobetrag 193,83\nMwSt 7% 9,06\nMwSt 19% 12,25\n"
            "Rechnungsbetrag 215,14\nBereits bezahlt 50,00",
            ["193.83", "21.31", "215.14", None],
        ),
        ("Exclusief BTW € 593,36    Subtotaal € 717,97\nBTW 21% € 124,61    Totaal € 717,97",
         ["593.36", "124.61", "717.97", None]),
        ("Total $144.00\nPayments ($144.00)\nAmount due $0.00", [None, None, "144.00", "0.00"]),
        ("Cena bez daně: Kč 10.000\nDPH 21 %: Kč 2.100\nCelkem: Kč 12.100,-",
         ["10000", "2100", "12100", None]),
        ("Nothing here", [None, None, None, None]),
    ],
)  # fmt: skip
def test_the_sums(text, sums):
    assert totals_of(text) == sums


def test_the_last_row_of_a_table_of_rates_is_the_total():
    text = """
    Netto         MwSt-Betrag      Endbetrag
    321,40        61,07            382,47
    127,59         8,93            136,52
    448,99        70,00            518,99
    """
    assert totals_of(text)[:3] == ["448.99", "70.00", "518.99"]


def test_an_unnamed_sum_of_the_column_can_be_the_subtotal():
    text = """
    Press                      3,640.00
    Delivery                     890.00
                               4,530.00
    Value added tax            1,041.90
    Total payable              5,571.90
    """
    assert totals_of(text)[:3] == ["4530.00", "1041.90", "5571.90"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Total 5.00 EUR", "EUR"),
        ("Total EUR 5.00\nin words: PLN", "EUR"),
        ("Currency: CHF\nTotal 5.00", "CHF"),
        ("Widget $5.00\nTotal 5.00", "USD"),
        ("All prices in EUR\nTotal 5.00", "EUR"),
        ("VAT no DE136695976\nTotal 5.00", "EUR"),
        ("Total 5.00", None),
    ],
)
def test_the_currency(text, code):
    sheet, found = read(text)
    currency = find_currency(sheet, found, find_totals(sheet, found, frozenset()))
    assert (currency.code if currency else None) == code


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("3% Skonto innerhalb 10 Tagen bis 15.06.2013", (3, 10)),
        ("2/10 net 30", (2, 10)),
        ("2% 10 days discount, net 30 days", (2, 10)),
        ("Bei Zahlung innerhalb 14 Tagen gewähren wir 2,0% Skonto.", (2, 14)),
        ("1.500% discount if paid within 10 days", (Decimal("1.5"), 10)),
        ("Escompte de 1,5 % sous 8 jours", (Decimal("1.5"), 8)),
        ("Artikelrabatt 16,7% Rabatt", None),
        ("30 days net", None),
    ],
)
def test_early_payment_terms(text, terms):
    found = find_terms(read(text)[0])
    values = found and (found.terms.discount_percent, found.terms.discount_days)
    assert values == terms


def test_a_credit_note_is_negative_however_it_is_printed():
    for sign in ("", "-"):
        invoice = only(f"""
        CREDIT NOTE    CN-7
        Description     Qty    Price    Amount
        Returned goods   1     50.00    {sign}50.00
        Total                           {sign}50.00
        """)
        assert invoice.document_type == "credit_note"
        assert invoice.total_amount == Decimal("-50.00")
        assert invoice.line_items[0].amount == Decimal("-50.00")


def test_words_about_credit_notes_do_not_make_one():
    invoice = only(
        "Invoice 55\nSee our credit note policy for returned goods and claims\nTotal 5.00"
    )
    assert invoice.document_type == "invoice"
    assert invoice.total_amount == Decimal("5.00")


def test_an_invoice_of_our_own_is_receivable():
    text = """
    Seller: Own Bikes Ltd
    VAT No: DE136695976
    Bill to: Other GmbH
    Invoice no 5
    """
    page = drawn(text)
    mine = Context("u", own_company_names=("own bikes",))
    by_id = Context("u", own_tax_ids=("DE 136 695 976",))
    assert extract_invoices([page], mine)[0].direction == "receivable"
    assert extract_invoices([page], by_id)[0].direction == "receivable"
    assert extract_invoices([page], Context("u"))[0].direction == "payable"


def test_sums_that_do_not_fit_are_said_and_not_repaired():
    invoice = only("""
    Description     Qty    Price    Amount
    Bolts            2     10.00    25.00
    Nuts             1      5.00     5.00
    Subtotal                        40.00
    Tax                              5.00
    Total                           46.00
    """)
    assert invoice.total_amount == Decimal("46.00")
    assert len(invoice.checks) == 3
    assert "Line 1" in invoice.checks[2]


def test_the_customers_tax_number_is_not_the_vendors():
    invoice = only("""
    Seller                                   Buyer
    Nordwind GmbH                            Südhaus GmbH
    Ring 1                                   Allee 2
    20095 Hamburg                            80331 München
    USt-IdNr. DE136695976                    USt-IdNr. DE129273398
    """)
    assert invoice.vendor_tax_id == "DE136695976"


def test_cents_that_came_loose_in_a_scan_are_put_back():
    text = "Widget              1\nTotal RM 29. 70\nCash    30. 00"
    (invoice,) = extract_invoices([drawn(text, source="ocr")], Context("u"))
    assert invoice.total_amount == Decimal("29.70")


def test_the_base_of_a_tax_is_not_the_total():
    text = "GST Summary      Amount(RM)      Tax(RM)\nSR @ 6%               26.79         1.61"
    assert totals_of(text) == ["26.79", "1.61", None, None]
