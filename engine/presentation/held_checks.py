"""What proves an invoice's figures: sentences about its sums that do hold."""

from decimal import Decimal

from engine.records import Invoice
from engine.records.invoice_sums import CENT, is_near, sum_of_lines


def held_checks(invoice: Invoice) -> tuple[str, ...]:
    """Sentences about the sums of ``invoice`` that do hold: what proves its figures."""
    subtotal, total = invoice.subtotal, invoice.total_amount
    sentences = []
    steps = _steps(invoice)
    if steps is not None and total is not None:
        sentences.append(f"{steps} = total {_told(total)}.")
    added = sum_of_lines(invoice.line_items)
    named = {"net amount": subtotal, "total": total}
    for name, amount in named.items():
        if added is not None and amount is not None and is_near(added, amount, invoice.line_items):
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
    if abs(subtotal + (charges or 0) + (tax or 0) - invoice.total_amount) > CENT:
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
