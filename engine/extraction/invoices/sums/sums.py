"""Amounts that are the sum of those above them in their column: evidence that needs no words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate

_ALIGNED: Final = 0.008
_CENT: Final = Decimal("0.01")
_MOST_ABOVE: Final = 60


def column_sums(amounts: Sequence[AmountCandidate]) -> frozenset[int]:
    """The ``id`` of each amount that two or more amounts right above it add up to.

    Amounts belong to one column when their right edges meet.
    """
    columns: list[list[AmountCandidate]] = []
    sums = set[int]()
    for amount in amounts:
        if not has_cents(amount.value):
            continue
        column = next((c for c in reversed(columns[-12:]) if _continues(c[-1], amount)), None)
        if column is None:
            columns.append([amount])
            continue
        if _is_sum(amount, column):
            sums.add(id(amount))
        column.append(amount)
    return frozenset(sums)


def _continues(last: AmountCandidate, amount: AmountCandidate) -> bool:
    return (
        last.segment.page == amount.segment.page
        and last.segment.row < amount.segment.row
        and abs(last.x1 - amount.x1) <= _ALIGNED
    )


def _is_sum(amount: AmountCandidate, above: Sequence[AmountCandidate]) -> bool:
    target = amount.value.value
    added = Decimal(0)
    for count, part in enumerate(reversed(above[-_MOST_ABOVE:]), 1):
        added += part.value.value
        if count >= 2 and target != 0 and part.value.value != 0 and abs(added - target) <= _CENT:
            return True
    return False
