"""Electronic invoices of every syntax are read exactly, and to the same values."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from facturx import parse_ubl_cii_xml
from made_einvoices import (
    EN16931,
    FACTURX,
    XRECHNUNG,
    Bill,
    Line,
    cii,
    credit_note,
    ubl,
    zugferd_1,
)

from engine.extraction.einvoice import read_einvoice
from engine.extraction.einvoice.schema import schema_fault
from engine.extraction.einvoice.tree import tree_of
from engine.extraction.einvoice.values import line_items, values_of

WRITERS = [cii, zugferd_1, ubl]


@pytest.mark.parametrize("write", WRITERS)
def test_every_syntax_gives_the_same_values(write):
    assert values_of(read_einvoice(write(Bill()))) == {
        "document_type": "invoice",
        "invoice_number": "RE-2026-0815",
        "invoice_date": dt.date(2026, 3, 2),
        "due_date": dt.date(2026, 4, 1),
        "vendor_name": "Nordlicht Leuchten GmbH",
        "vendor_tax_id": "DE136695976",
        "customer_name": "Hafenkontor Reederei AG",
        "currency": "EUR",
        "subtotal": Decimal("400.00"),
        "tax_amount": Decimal("76.00"),
        "total_amount": Decimal("476.00"),
        "amount_due": Decimal("400.00"),
        "purchase_order": "PO-77120",
        "iban": "DE89370400440532013000",
        "payment_reference": "RF18539007547034",
    }


@pytest.mark.parametrize("write", WRITERS)
def test_lines_keep_quantity_price_rate_and_net_amount(write):
    first, second = line_items(read_einvoice(write(Bill())))
    assert (first.description, first.quantity, first.unit_price, first.tax_rate, first.amount) == (
        "Deckenleuchte Kompass", Decimal(4), Decimal("75.00"), Decimal(19), Decimal("300.00"),
    )  # fmt: skip
    assert (second.quantity, second.amount) == (Decimal("2.5"), Decimal("95.00"))


@pytest.mark.parametrize("write", WRITERS)
def test_what_is_made_here_follows_the_published_schemas(write):
    assert schema_fault(tree_of(write(Bill()))) is None


@pytest.mark.parametrize("write", [cii, ubl])
def test_another_reader_of_the_same_standards_agrees(write):
    ours, theirs = read_einvoice(write(Bill())), parse_ubl_cii_xml(write(Bill()))
    assert ours.number == theirs["BT-1"]
    assert ours.issue_date == theirs["BT-2"]
    assert ours.type_code == theirs["BT-3"]
    assert ours.currency == theirs["BT-5"]
    assert ours.due_date == theirs["BT-9"]
    assert ours.order == theirs["BT-13"]
    sums = ours.sums
    for amount, term in (
        (sums.lines, "BT-106"), (sums.charges, "BT-108"), (sums.net, "BT-109"),
        (sums.tax, "BT-110"), (sums.gross, "BT-112"), (sums.prepaid, "BT-113"),
        (sums.due, "BT-115"),
    ):  # fmt: skip
        assert amount == Decimal(theirs[term]), term
    assert [line.amount for line in ours.lines] == [
        Decimal(line["BT-131"]) for line in theirs["BG-25"]
    ]


@pytest.mark.parametrize("write", WRITERS)
def test_a_credit_note_is_negative_though_it_is_written_positive(write):
    values = values_of(read_einvoice(write(credit_note())))
    assert values["document_type"] == "credit_note"
    assert values["total_amount"] == Decimal("-476.00")
    assert values["amount_due"] == Decimal("-400.00")
    assert [item.amount for item in line_items(read_einvoice(write(credit_note())))] == [
        Decimal("-300.00"),
        Decimal("-95.00"),
    ]


def test_a_correction_that_is_negative_already_stays_so():
    bill = replace(Bill(type_code="384"), gross="-476.00", net="-400.00", tax="-76.00")
    values = values_of(read_einvoice(cii(bill)))
    assert (values["document_type"], values["total_amount"]) == ("credit_note", Decimal("-476.00"))


def test_a_correction_upwards_is_an_invoice():
    values = values_of(read_einvoice(ubl(Bill(type_code="384"))))
    assert (values["document_type"], values["total_amount"]) == ("invoice", Decimal("476.00"))


@pytest.mark.parametrize("write", WRITERS)
def test_without_a_vat_id_the_tax_number_stands_in(write):
    bill = replace(Bill(), seller_vat="")
    assert values_of(read_einvoice(write(bill)))["vendor_tax_id"] == "13/815/08154"


@pytest.mark.parametrize("write", WRITERS)
def test_the_discount_notation_of_xrechnung_is_read(write):
    bill = replace(Bill(), terms="#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=7#PROZENT=3.00#\n")
    terms = values_of(read_einvoice(write(bill)))["payment_terms"]
    assert (terms.discount_percent, terms.discount_days) == (Decimal(2), 14)


def test_discount_terms_as_figures_are_read_and_do_not_move_the_due_date():
    early = (
        b"<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>"
        b'<udt:DateTimeString format="102">20260309</udt:DateTimeString></ram:DueDateDateTime>'
        b"<ram:ApplicableTradePaymentDiscountTerms><ram:CalculationPercent>3.00"
        b"</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms>"
        b"</ram:SpecifiedTradePaymentTerms>"
    )
    first = b"<ram:SpecifiedTradePaymentTerms>"
    values = values_of(read_einvoice(cii(Bill()).replace(first, early + first, 1)))
    assert values["due_date"] == dt.date(2026, 4, 1)
    terms = values["payment_terms"]
    assert (terms.discount_percent, terms.discount_days) == (Decimal(3), 7)


@pytest.mark.parametrize("write", WRITERS)
def test_a_price_for_a_hundred_is_told_for_one(write):
    line = Line("Schraube M4", "250", "12.50", "31.25", per="100")
    assert line_items(read_einvoice(write(replace(Bill(), lines=(line,)))))[
        0
    ].unit_price == Decimal("0.125")


@pytest.mark.parametrize(
    ("text", "code", "day"),
    [
        ("20260302", "102", dt.date(2026, 3, 2)),
        ("202603021530", "203", dt.date(2026, 3, 2)),
        ("260302", "101", dt.date(2026, 3, 2)),
        ("2026-03-02", "102", dt.date(2026, 3, 2)),
        ("2026-03-02T00:00:00", "102", dt.date(2026, 3, 2)),
        ("202603", "610", None),
        ("20260230", "102", None),
        ("٢٠٢٦٠٣٠٢", "102", None),
    ],
)
def test_dates_are_read_by_their_format_code(text, code, day):
    xml = cii(Bill()).decode().replace('format="102">20260302', f'format="{code}">{text}')
    found = read_einvoice(xml.encode())
    assert found.issue_date == day
    assert bool(found.problems) == (day is None)


def test_a_date_with_a_time_zone_is_that_day():
    xml = ubl(Bill()).replace(b"2026-03-02</cbc:IssueDate>", b"2026-03-02+01:00</cbc:IssueDate>")
    assert read_einvoice(xml).issue_date == dt.date(2026, 3, 2)


@pytest.mark.parametrize("amount", ["476,00", "1e3", "NaN", "Infinity", "0x10", "9" * 30, "12 3"])
def test_an_amount_that_is_none_is_left_out_and_told(amount):
    found = read_einvoice(cii(replace(Bill(), gross=amount)))
    assert found.sums.gross is None
    assert any("GrandTotalAmount" in problem for problem in found.problems)


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        (f"{FACTURX}minimum", "Factur-X MINIMUM"),
        (f"{FACTURX}basicwl", "Factur-X BASIC WL"),
        (f"{EN16931}#conformant#{FACTURX}extended", "Factur-X EXTENDED"),
        (f"{EN16931}#compliant#urn:zugferd.de:2p0:basic", "ZUGFeRD 2 BASIC"),
        (EN16931, "CII EN 16931"),
        (XRECHNUNG, "CII XRechnung"),
    ],
)
def test_the_profile_is_named(profile, name):
    assert read_einvoice(cii(replace(Bill(), profile=profile))).standard == name


def test_tax_in_a_second_currency_is_not_the_invoices():
    second = b'<ram:TaxTotalAmount currencyID="PLN">330.00</ram:TaxTotalAmount>'
    first = b"<ram:TaxTotalAmount currencyID"
    xml = cii(Bill()).replace(first, second + first, 1)
    assert read_einvoice(xml).sums.tax == Decimal("76.00")


def test_headings_among_the_lines_do_not_count_twice():
    head = b"<ram:LineID>1</ram:LineID>"
    group = head + b"<ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>"
    assert len(read_einvoice(cii(Bill()).replace(head, group)).lines) == 1


def test_markup_inside_a_value_is_text():
    bill = replace(Bill(), seller='<img src=x onerror="alert(1)"> & Söhne')
    assert read_einvoice(cii(bill)).seller.name == '<img src=x onerror="alert(1)"> & Söhne'


def test_an_account_that_is_no_iban_is_not_called_one():
    assert "iban" not in values_of(read_einvoice(ubl(replace(Bill(), iban="5050-1055"))))


def test_an_order_that_is_only_there_for_the_schema_is_none():
    assert "purchase_order" not in values_of(read_einvoice(ubl(replace(Bill(), order="NA"))))


@pytest.mark.parametrize("content", [b"<note/>", b"<a>", b"", b"\xff\xfe"])
def test_what_is_no_einvoice_is_refused_with_a_reason(content):
    with pytest.raises(ValueError, match=r"it|root"):
        read_einvoice(content)
