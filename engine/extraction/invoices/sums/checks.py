"""What an invoice's own figures say about each other: sentences about sums that do not hold.

A gap is shown, never repaired; a figure that is missing proves nothing and fails nothing.
"""

from collections.abc import Sequence
from decimal import Decimal

from engine.records import LineItem
from engine.records.invoice_sums import CENT, is_near, sum_of_lines


def failed_checks(
    *,
    subtotal: Decimal | None,
    tax_amount: Decimal | None,
    total_amount: Decimal | None,
    line_items: Sequence[LineItem],
    charges: Decimal | None = None,
) -> tuple[str, ...]:
    """Sentences for a reviewer, one for each sum that is off by more than rounding.

    ``charges`` are what the sums add besides the tax; a discount is negative.
    """
    sentences = []
    if subtotal is not None and tax_amount is not None and total_amount is not None:
        plain = subtotal + tax_amount
        made = plain + (charges or 0)
        if abs(total_amount - made) > CENT and abs(total_amount - plain) > CENT:
            other = f", other charges {charges}" if charges else ""
            sentences.append(
                f"Subtotal {subtotal}{other} and tax {tax_amount} make {made}, "
                f"but the total is {total_amount}."
            )
    targets = _targets(subtotal, tax_amount, total_amount, charges)
    sentences += _lines_against_sums(targets, line_items)
    sentences += _lines_themselves(line_items)
    return tuple(sentences)


def _targets(
    subtotal: Decimal | None,
    tax: Decimal | None,
    total: Decimal | None,
    charges: Decimal | None,
) -> list[Decimal | None]:
    """What the lines may add up to, the subtotal first."""
    if total is None:
        return [subtotal]
    net = None if tax is None else total - tax
    found = [subtotal, total, net]
    if charges is not None:
        found += [total - charges, None if net is None else net - charges]
    return found


def _lines_against_sums(sums: Sequence[Decimal | None], items: Sequence[LineItem]) -> list[str]:
    """A sentence when the lines add up to none of the sums; it names the first one."""
    added = sum_of_lines(items)
    targets = [target for target in sums if target is not None]
    if added is None or not targets:
        return []
    if any(is_near(added, target, items) for target in targets):
        return []
    name = "subtotal" if sums[0] is not None else "total"
    return [f"The lines add up to {added}, but the {name} is {targets[0]}."]


def _lines_themselves(items: Sequence[LineItem]) -> list[str]:
    sentences = []
    for number, item in enumerate(items, 1):
        if item.quantity is None or item.unit_price is None or item.amount is None:
            continue
        product = (item.quantity * item.unit_price).quantize(CENT)
        if abs(abs(product) - abs(item.amount)) > max(CENT, abs(item.amount) / 200):
            sentences.append(
                f"Line {number}: {item.quantity} × {item.unit_price} is {product}, "
                f"but the line says {item.amount}."
            )
    return sentences
