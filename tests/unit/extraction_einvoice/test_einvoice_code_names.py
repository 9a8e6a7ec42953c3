"""Codes of the standards are shown as the words that people use."""

from decimal import Decimal

import pytest

from engine.extraction.einvoice.codes import tax_category_name, unit_name


@pytest.mark.parametrize(
    ("code", "quantity", "name"),
    [
        ("MON", "1", "month"),
        ("MON", "1.00", "month"),
        ("MON", "6", "months"),
        ("HUR", "1", "h"),
        ("XBX", "1", "box"),
        ("C62", "3", ""),
        ("Q9", "1", "Q9"),
        (None, "1", ""),
    ],
)
def test_a_unit_fits_its_quantity(code, quantity, name):
    assert unit_name(code, Decimal(quantity)) == name


@pytest.mark.parametrize(
    ("code", "name"), [("AE", "Reverse charge"), ("K", "Intra-community supply"), ("XY", "XY")]
)
def test_a_tax_category_has_a_name(code, name):
    assert tax_category_name(code) == name
