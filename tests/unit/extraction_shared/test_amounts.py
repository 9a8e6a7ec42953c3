"""Amounts in the notations of Europe and the English-speaking world."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.extraction.amounts import decimal_mark_of, parse_amount

READ = {
    "5": "5", "1234567": "1234567", "1234.56": "1234.56", "1.234,56": "1234.56",
    "1,234.56": "1234.56", "1 234,50": "1234.50", "1\u202f234,50": "1234.50",
    "1'234.50": "1234.50", "1’234’567.50": "1234567.50", "1,00,000.00": "100000.00",
    "12,34,567": "1234567", "59,50": "59.50", "12.100,-": "12100", "12,--": "12", ".50": "0.50",
    "0.123": "0.123", "1,2345": "1.2345", "1.234.567": "1234567", "Rs. 1,200.00/-": "1200.00",
    "12.00-": "-12.00", "-12.00": "-12.00", "−12,00": "-12.00", "(12.00)": "-12.00",
    "($1,234.00)": "-1234.00", "€-12.00": "-12.00", "-€12.00": "-12.00", "+7,10": "7.10",
    "***1,234.00": "1234.00", "12.00 CR": "12.00", "12,00 S": "12.00",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), READ.items(), ids=READ)
def test_a_printed_amount_has_its_value(text, value):
    amount = parse_amount(text)
    assert amount is not None
    assert amount.value == Decimal(value)
    assert amount.text == text


@pytest.mark.parametrize(
    "text",
    ["", "abc", "10%", "1.234", "1,234", "000.000.002", "653.1 3", "12 34", "2016-03-05", "--5",
     "-5-", "(5", "5)", "1.23.456", "1,2,3", "12:30", "5 Foo", "EUR 5 USD", "1'23", "1.234.56"],
)  # fmt: skip
def test_what_is_no_amount_or_could_be_two_is_none(text):
    assert parse_amount(text) is None


def test_the_documents_decimal_mark_settles_a_doubt():
    assert parse_amount("1.234", ",").value == 1234
    assert parse_amount("1.234", ".").value == Decimal("1.234")
    assert parse_amount("1,234", ".").value == 1234


def test_figures_that_leave_no_doubt_are_believed_against_the_documents_mark():
    assert parse_amount("59,50", ".").value == Decimal("59.50")


@pytest.mark.parametrize(
    ("text", "currency"),
    [("$12.00", "USD"), ("US$ 12.00", "USD"), ("$12.00 CAD", "CAD"), ("12,00 €", "EUR"),
     ("CHF 12.00", "CHF"), ("100,00 Kč", "CZK"), ("RM5.00", "MYR"), ("12,00 kr", None),
     ("R$ 5,00", "BRL"), ("12.00", None)],
)  # fmt: skip
def test_the_currency_beside_the_figures_is_kept(text, currency):
    assert parse_amount(text).currency == currency


@pytest.mark.parametrize(
    ("text", "mark"),
    [("5,00-", "-"), ("(5.00)", "()"), ("+5.00", "+"), ("5.00CR", "CR"), ("5.00 dr", "DR"),
     ("5,00 H", "H"), ("5.00", None)],
)  # fmt: skip
def test_the_printed_sign_is_kept(text, mark):
    assert parse_amount(text).sign_mark == mark


def test_the_decimal_mark_is_what_most_amounts_show():
    assert decimal_mark_of(["1.234,56", "12,00", "3.50"]) == ","
    assert decimal_mark_of(["1,234.56", "$5.00", "x"]) == "."
    assert decimal_mark_of(["1.234", "5", "abc"]) is None
    assert decimal_mark_of(["1,00", "1.00"]) is None


MONEY = st.decimals(min_value=0, max_value=Decimal("999999999.99"), places=2)
NOTATIONS = [(",", "."), (".", ","), (" ", ","), ("'", "."), ("", "."), ("", ","), ("\u00a0", ",")]


@given(
    MONEY,
    st.sampled_from(NOTATIONS),
    st.sampled_from(["", "-"]),
    st.sampled_from(["", "€", "USD "]),
)
def test_an_amount_written_in_any_notation_is_read_back(value, notation, sign, currency):
    group, mark = notation
    text = f"{value:,.2f}".replace(",", "\0").replace(".", mark).replace("\0", group)
    amount = parse_amount(f"{sign}{currency}{text}")
    assert amount.value == (-value if sign else value)


@given(st.text(alphabet="0123456789., '()-+€$CRDEUkč%/*", max_size=24))
def test_no_text_makes_the_parser_fail(text):
    parse_amount(text)
    parse_amount(text, ",")
    decimal_mark_of([text])
