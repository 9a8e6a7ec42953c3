import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import presentation
from engine.errors import InvalidInputError
from engine.presentation import entry


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234.50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1,234", "1234"),
        ("1,234,567", "1234567"),
        ("1234,5", "1234.5"),
        ("-12", "-12"),
        ("\u221212.00", "-12.00"),
        ("0.125", "0.125"),
        ("1,234,567.89", "1234567.89"),
    ],
)
def test_an_amount_is_read_as_it_is_written(text, value):
    assert entry.typed_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["twelve", "1.2.3,4", "12EUR", "1,23,4", "1,234.567,89", "--5", "1e5", "NaN"]
)
def test_what_is_no_amount_is_refused_with_an_example(text):
    with pytest.raises(InvalidInputError) as refusal:
        entry.typed_amount(text)
    assert text in str(refusal.value)
    assert "1234.50" in refusal.value.hint


def test_an_amount_that_could_be_two_is_refused():
    with pytest.raises(InvalidInputError, match="two different amounts"):
        entry.typed_amount("1.234", "EUR")
    assert entry.typed_amount("1.234", "KWD") == Decimal("1.234")
    assert entry.typed_amount("0,125") == Decimal("0.125")


@given(st.decimals(-(10**12), 10**12, places=2))
def test_an_amount_survives_being_shown_and_typed_again(value):
    assert entry.typed_amount(presentation.amount(value, "EUR")) == value


@pytest.mark.parametrize(
    "text", ["2024-03-15", "15 Mar 2024", "15.03.2024", "03/15/2024", "March 15, 2024", "2024-3-15"]
)
def test_a_day_that_can_only_be_one_is_taken(text):
    assert entry.typed_date(text) == dt.date(2024, 3, 15)


def test_a_day_that_could_be_two_is_refused():
    with pytest.raises(InvalidInputError, match="two different days"):
        entry.typed_date("03/04/2024")
    assert entry.typed_date("04.04.2024") == dt.date(2024, 4, 4)


@pytest.mark.parametrize("text", ["soon", "2024-13-40", "15.03.24", "Mar 15"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(InvalidInputError, match="is not a date"):
        entry.typed_date(text)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_survives_being_shown_and_typed_again(value):
    assert entry.typed_date(presentation.day(value)) == value


def test_currency_is_a_code():
    assert entry.typed_currency(" eur ") == "EUR"
    assert entry.typed_currency("") is None
    with pytest.raises(InvalidInputError):
        entry.typed_currency("€")


def test_an_empty_field_is_an_unknown_value():
    assert entry.typed_amount(" ") is None
    assert entry.typed_date("") is None
    assert entry.typed_text(" \n ") is None
    assert entry.typed_text(" Acme \n Ltd ") == "Acme Ltd"
