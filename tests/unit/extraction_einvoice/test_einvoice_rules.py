"""The standard's arithmetic: every broken rule is told by its number, nothing else is."""

from dataclasses import replace

import pytest
from made_einvoices import Bill, Line, cii, ubl, zugferd_1

from engine.extraction.einvoice import read_einvoice
from engine.extraction.einvoice.rules import broken_rules

WRITERS = [cii, zugferd_1, ubl]


@pytest.mark.parametrize("write", WRITERS)
def test_a_sound_invoice_breaks_no_rule(write):
    assert broken_rules(read_einvoice(write(Bill()))) == ()


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    ("changes", "rule", "said"),
    [
        ({"gross": "477.00"}, "BR-CO-15", "make 476.00, but the total is 477.00"),
        ({"net": "401.00"}, "BR-CO-13", "make 400.00, but the net amount is 401.00"),
        ({"due_amount": "476.00"}, "BR-CO-16", "the amount due is 476.00"),
        ({"rate": "7.00"}, "BR-CO-17", "7 % of 400.00 is 28.00"),
        ({"currency": "EUX"}, "BR-CL-04", "“EUX” is no currency"),
        ({"iban": "DE89370400440532013001"}, "check digits", "wrong check digits"),
        ({"number": ""}, "BR-02", "no invoice number"),
        ({"issued": ""}, "BR-03", "no invoice date"),
    ],
)
def test_a_broken_rule_is_a_sentence_with_its_number(write, changes, rule, said):
    sentences = broken_rules(read_einvoice(write(replace(Bill(), **changes))))
    assert any(rule in sentence and said in sentence for sentence in sentences), sentences


def test_the_lines_must_add_up_to_their_sum():
    xml = cii(Bill()).replace(
        b"<ram:LineTotalAmount>395.00</ram:LineTotalAmount>\n    <ram:Charge",
        b"<ram:LineTotalAmount>390.00</ram:LineTotalAmount>\n    <ram:Charge",
    )
    sentences = broken_rules(read_einvoice(xml))
    assert any("BR-CO-10" in sentence and "395.00" in sentence for sentence in sentences)


def test_the_tax_of_the_rates_must_be_the_tax():
    xml = cii(Bill()).replace(b"CalculatedAmount>76.00", b"CalculatedAmount>75.99")
    assert any("BR-CO-14" in sentence for sentence in broken_rules(read_einvoice(xml)))


def test_several_rates_add_up():
    part = (
        b"<ram:ApplicableTradeTax><ram:CalculatedAmount>0.00</ram:CalculatedAmount>"
        b"<ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>0.00</ram:BasisAmount>"
        b"<ram:CategoryCode>Z</ram:CategoryCode>"
        b"<ram:RateApplicablePercent>0</ram:RateApplicablePercent></ram:ApplicableTradeTax>"
    )
    first = b"<ram:ApplicableTradeTax><ram:CalculatedAmount>"
    found = read_einvoice(cii(Bill()).replace(first, part + first, 1))
    assert [tax.category for tax in found.taxes] == ["Z", "S"]
    assert broken_rules(found) == ()


def test_a_line_must_multiply_to_its_amount():
    lines = (Line("Lampe", "4", "75.00", "200.00"), Line("Montage", "1", "195.00", "195.00"))
    sentences = broken_rules(read_einvoice(cii(replace(Bill(), lines=lines))))
    assert sentences == (
        "Line 1: 4 × 75 with allowances and charges is 300.00, but the line says 200.00.",
    )


def test_many_bad_lines_are_counted_and_not_all_told():
    lines = tuple(Line(f"Teil {number}", "1", "1.00", "2.00") for number in range(20))
    sentences = [
        sentence
        for sentence in broken_rules(read_einvoice(ubl(replace(Bill(), lines=lines))))
        if "line" in sentence.casefold() and "BR-" not in sentence
    ]
    assert len(sentences) == 6
    assert sentences[-1] == "15 more lines do not multiply to their amounts."
