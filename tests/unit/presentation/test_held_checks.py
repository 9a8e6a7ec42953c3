"""What is told of sums that hold."""

from decimal import Decimal

import pytest

from engine.presentation.held_checks import held_checks
from engine.records import Invoice, LineItem


def an_invoice(**values):
    numbers = {name: Decimal(value) for name, value in values.items()}
    line = LineItem(description="Oak table", amount=Decimal("100.00"))
    return Invoice(invoice_id="u-1", line_items=(line,), **numbers)


def test_sums_that_hold_are_told_with_their_steps():
    invoice = an_invoice(
        subtotal="100.00", charges="-10.00", tax_amount="18.00", total_amount="108.00"
    )
    assert held_checks(invoice) == (
        "Net amount 100.00 − other charges 10.00 + tax 18.00 = total 108.00.",
        "The line is the net amount, 100.00.",
    )


@pytest.mark.parametrize("missing", ["subtotal", "total_amount"])
def test_a_missing_sum_proves_nothing(missing):
    values = {"subtotal": "100.00", "tax_amount": "19.00", "total_amount": "119.00"}
    del values[missing]
    assert not any("=" in sentence for sentence in held_checks(an_invoice(**values)))
