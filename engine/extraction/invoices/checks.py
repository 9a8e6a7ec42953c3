"""What an invoice's own figures say about each other: sentences about sums that hold or do not.

A gap is shown, never repaired; a figure that is missing proves nothing and fails nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.records import Invoice, LineItem

_CENT: Final = Decimal("0.01")


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
        if abs(total_amount - made) > _CENT and abs(total_amount - plain) > _CENT:
            other = f", other charges {charges}" if charges else ""
            sentences.append(
                f"Subtotal {subtotal}{other} and tax {tax_amount} make {made}, "
                f"but the total is {total_amount}."
            )
    targets = _targets(subtotal, tax_amount, total_amount, charges)
    sentences += _lines_against_sums(targets, line_items)
    sentences += _lines_themselves(line_items)
    return tuple(sentences)


def held_checks(invoice: Invoice) -> tuple[str, ...]:
    """Sentences about the sums of ``invoice`` that do hold: what proves its figures."""
    subtotal, total = invoice.subtotal, invoice.total_amount
    sentences = []
    steps = _steps(invoice)
    if steps is not None and total is not None:
        sentences.append(f"{steps} = total {_told(total)}.")
    added = _sum_of_lines(invoice.line_items)
    named = {"net amount": subtotal, "total": total}
    for name, amount in named.items():
        if added is not None and amount is not None and _is_near(added, amount, invoice.line_items):
            count = len(invoice.line_items)
            lines = "The line is" if count == 1 else f"The {count} lines add up to"
            sentences.append(f"{lines} the {name}, {_told(amount)}.")
            break
    return tuple(sentences)


def _steps(invoice: Invoice) -> str | None:
    """The subtotal and what is added to it, if that makes the total and is more than nothing."""
    subtotal, tax, charges = invoice.subtotal, invoice.tax_amount, invoice.charges
    if subtotal is None or invoice.total_amount is None or (tax is None and charges is None):
        return None
    if abs(subtotal + (charges or 0) + (tax or 0) - invoice.total_amount) > _CENT:
        return None
    steps = [f"Net amount {_told(subtotal)}"]
    steps += [_step("other charges", charges)] if charges else []
    steps += [_step("tax", tax)] if tax is not None else []
    return " ".join(steps)


def _step(name: str, amount: Decimal) -> str:
    return f"{'−' if amount < 0 else '+'} {name} {_told(abs(amount))}"


def _told(amount: Decimal) -> str:
    """An amount as the screens write it."""
    return f"{amount:,}".replace("-", "−")


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


def _sum_of_lines(items: Sequence[LineItem]) -> Decimal | None:
    amounts = [item.amount for item in items if item.amount is not None]
    return sum(amounts, Decimal(0)) if amounts and len(amounts) == len(items) else None


def _is_near(added: Decimal, target: Decimal, items: Sequence[LineItem]) -> bool:
    """Whether a sum of lines is a target but for a cent of rounding on each."""
    return abs(added - target) <= _CENT * max(1, len(items))


def _lines_against_sums(sums: Sequence[Decimal | None], items: Sequence[LineItem]) -> list[str]:
    """A sentence when the lines add up to none of the sums; it names the first one."""
    added = _sum_of_lines(items)
    targets = [target for target in sums if target is not None]
    if added is None or not targets:
        return []
    if any(_is_near(added, target, items) for target in targets):
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
