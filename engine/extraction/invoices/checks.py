"""What an invoice's own figures say about each other: sentences about sums that do not hold.

A gap is shown, never repaired.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.records import LineItem

_CENT: Final = Decimal("0.01")


def failed_checks(
    *,
    subtotal: Decimal | None,
    tax_amount: Decimal | None,
    total_amount: Decimal | None,
    line_items: Sequence[LineItem],
) -> tuple[str, ...]:
    """Sentences for a reviewer, one for each sum that is off by more than rounding."""
    sentences = []
    if subtotal is not None and tax_amount is not None and total_amount is not None:
        gap = total_amount - subtotal - tax_amount
        if abs(gap) > _CENT:
            sentences.append(
                f"Subtotal {subtotal} and tax {tax_amount} make {subtotal + tax_amount}, "
                f"but the total is {total_amount}."
            )
    net = None if total_amount is None or tax_amount is None else total_amount - tax_amount
    sentences += _lines_against_sums([subtotal, total_amount, net], line_items)
    sentences += _lines_themselves(line_items)
    return tuple(sentences)


def _lines_against_sums(sums: Sequence[Decimal | None], items: Sequence[LineItem]) -> list[str]:
    """A sentence when the lines add up to none of the sums; it names the first one."""
    amounts = [item.amount for item in items if item.amount is not None]
    targets = [target for target in sums if target is not None]
    if not amounts or not targets or len(amounts) != len(items):
        return []
    added = sum(amounts, Decimal(0))
    tolerance = _CENT * max(1, len(amounts))
    if any(abs(added - target) <= tolerance for target in targets):
        return []
    name = "subtotal" if sums[0] is not None else "total"
    return [f"The lines add up to {added}, but the {name} is {targets[0]}."]


def _lines_themselves(items: Sequence[LineItem]) -> list[str]:
    sentences = []
    for number, item in enumerate(items, 1):
        if item.quantity is None or item.unit_price is None or item.amount is None:
            continue
        product = (item.quantity * item.unit_price).quantize(_CENT)
        if abs(abs(product) - abs(item.amount)) > max(_CENT, abs(item.amount) / 200):
            sentences.append(
                f"Line {number}: {item.quantity} × {item.unit_price} is {product}, "
                f"but the line says {item.amount}."
            )
    return sentences
