"""Whether an invoice's other figures speak for a sum."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

_CENT: Final = Decimal("0.01")
_PARTS: Final = ("subtotal", "tax_amount", "total_amount")
_LINE_SUMS: Final = frozenset(("subtotal", "total_amount"))
_FEWEST_LINES: Final = 2


def is_supported(
    field: str,
    value: Decimal,
    known: Mapping[str, Collection[Decimal]],
    line_amounts: Sequence[Decimal | None],
) -> bool:
    """Whether net and tax make the total with ``value`` as ``field``, or the lines add up to it.

    ``known`` holds the values that each of the other sums may have. A sum without tax, or of one
    line, proves nothing: it only says the same figure twice.
    """
    if field in _LINE_SUMS and _lines_make(value, line_amounts):
        return True
    if field not in _PARTS:
        return False
    choices = [(value,) if part == field else tuple(known.get(part, ())) for part in _PARTS]
    return any(
        tax != 0 and subtotal != 0 and abs(subtotal + tax - total) <= _CENT
        for subtotal, tax, total in product(*choices)
    )


def _lines_make(value: Decimal, amounts: Sequence[Decimal | None]) -> bool:
    known = [amount for amount in amounts if amount is not None]
    if len(known) < _FEWEST_LINES or len(known) < len(amounts):
        return False
    return abs(sum(known, Decimal(0)) - value) <= _CENT
