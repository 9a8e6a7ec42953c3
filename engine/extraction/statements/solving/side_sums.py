"""Proof by printed sums where no balance is printed: what was paid and what was received.

A sum that the rows of its side make to the cent says that none of them is missing or misread. It
does not say which side they are of: that must be printed at the rows.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.statements.solving.signs import Signed

_LEAST: Final = 3
"""Rows from which their sum is not met by chance."""

_TOLD: Final = frozenset({"column", "mark", "section", "word"})


def sides_prove(signed: Sequence[Signed], credits: Decimal | None, debits: Decimal | None) -> bool:
    """Whether printed sums (both positive, None where there is none) vouch for all rows."""
    if any(each.value is None or each.source not in _TOLD for each in signed):
        return False
    return sides_agree((each.value for each in signed), credits, debits)


def sides_agree(
    amounts: Iterable[Decimal | None], credits: Decimal | None, debits: Decimal | None
) -> bool:
    """Whether the rows of each side make its printed sum; a side without rows may print none."""
    known = list(amounts)
    values = [amount for amount in known if amount is not None]
    if len(values) < max(_LEAST, len(known)):
        return False
    received = sum((value for value in values if value > 0), Decimal(0))
    paid = -sum((value for value in values if value < 0), Decimal(0))
    return all(
        made == (printed or Decimal(0)) for made, printed in ((received, credits), (paid, debits))
    )
