"""When the lines of an invoice make one of its sums."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.records.invoice import LineItem

CENT: Final = Decimal("0.01")


def sum_of_lines(items: Sequence[LineItem]) -> Decimal | None:
    """All amounts of ``items`` together; None when there are none or one is unknown."""
    amounts = [item.amount for item in items if item.amount is not None]
    return sum(amounts, Decimal(0)) if amounts and len(amounts) == len(items) else None


def is_near(added: Decimal, target: Decimal, items: Sequence[LineItem]) -> bool:
    """Whether a sum of ``items`` is a target but for a cent of rounding on each."""
    return abs(added - target) <= CENT * max(1, len(items))
