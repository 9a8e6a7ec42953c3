"""The rules of EN 16931 by which an electronic invoice's figures must agree with each other.

Each broken one is a sentence with the standard's own number of the rule. Money is exact: a cent too
much is a cent too much.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from stdnum import iban

from engine.extraction.einvoice.codes import is_currency
from engine.extraction.einvoice.terms import Adjustment, EInvoice, InvoiceLine, TaxPart

_CENT: Final = Decimal("0.01")
_ZERO: Final = Decimal(0)
_MOST_LINES_NAMED: Final = 5


def broken_rules(invoice: EInvoice) -> tuple[str, ...]:
    """A sentence for every rule that the document breaks."""
    return (
        *_missing(invoice),
        *_totals(invoice),
        *_tax(invoice),
        *_line_rules(invoice.lines),
        *_codes(invoice),
    )


def _missing(invoice: EInvoice) -> Iterator[str]:
    needed = {
        "invoice number (BR-02)": invoice.number,
        "invoice date (BR-03)": invoice.issue_date,
        "currency (BR-05)": invoice.currency,
        "name of the vendor (BR-06)": invoice.seller.name,
        "total with tax (BR-14)": invoice.sums.gross,
    }
    for name, value in needed.items():
        if value is None:
            yield f"The XML has no {name}."


def _totals(invoice: EInvoice) -> Iterator[str]:
    sums = invoice.sums
    lines = [line.amount for line in invoice.lines]
    if lines and sums.lines is not None and all(amount is not None for amount in lines):
        added = _sum(lines)
        if added != sums.lines:
            yield f"The lines add up to {added}, but their sum is given as {sums.lines} (BR-CO-10)."
    for given, name, is_charge, rule in (
        (sums.allowances, "allowances", False, "BR-CO-11"),
        (sums.charges, "charges", True, "BR-CO-12"),
    ):
        parts = [part.amount for part in invoice.adjustments if part.is_charge == is_charge]
        # Which sign an allowance has was not settled before EN 16931.
        if given is not None and parts and abs(_sum(parts)) != abs(given):
            yield f"The {name} add up to {_sum(parts)}, but their sum is given as {given} ({rule})."
    yield from _net_rule(invoice)
    yield from _gross_rule(invoice)
    yield from _due_rule(invoice)


def _net_rule(invoice: EInvoice) -> Iterator[str]:
    sums = invoice.sums
    if sums.lines is None or sums.net is None:
        return
    made = sums.lines - (sums.allowances or _ZERO) + (sums.charges or _ZERO)
    if made != sums.net:
        yield (
            f"Lines, allowances and charges make {made}, but the net amount is {sums.net} "
            "(BR-CO-13)."
        )


def _gross_rule(invoice: EInvoice) -> Iterator[str]:
    sums = invoice.sums
    if sums.net is None or sums.gross is None or sums.tax is None:
        return
    if sums.net + sums.tax != sums.gross:
        yield (
            f"Net amount {sums.net} and tax {sums.tax} make {sums.net + sums.tax}, "
            f"but the total is {sums.gross} (BR-CO-15)."
        )


def _due_rule(invoice: EInvoice) -> Iterator[str]:
    sums = invoice.sums
    if sums.gross is None or sums.due is None:
        return
    left = sums.gross - (sums.prepaid or _ZERO) + (sums.rounding or _ZERO)
    if left != sums.due:
        yield (
            f"{left} is left of the document's total after what was paid before, "
            f"but the amount due is {sums.due} (BR-CO-16)."
        )


def _tax(invoice: EInvoice) -> Iterator[str]:
    amounts = [part.amount for part in invoice.taxes]
    tax = invoice.sums.tax
    if amounts and tax is not None and all(amount is not None for amount in amounts):
        added = _sum(amounts)
        if added != tax:
            yield f"The tax amounts add up to {added}, but the tax is given as {tax} (BR-CO-14)."
    faults = [fault for part in invoice.taxes for fault in _rate_rule(part)]
    yield from faults[:_MOST_LINES_NAMED]
    if len(faults) > _MOST_LINES_NAMED:
        yield f"{len(faults) - _MOST_LINES_NAMED} more tax amounts are not their rates' shares."


def _rate_rule(part: TaxPart) -> Iterator[str]:
    """Tax is its rate of its base; a cent may come from rounding line by line."""
    if part.rate is None or part.basis is None or part.amount is None:
        return
    made = (part.basis * part.rate / 100).quantize(_CENT)
    if abs(made - part.amount) > _CENT:
        yield (
            f"{part.rate.normalize():f} % of {part.basis} is {made}, "
            f"but the tax amount is {part.amount} (BR-CO-17)."
        )


def _line_rules(lines: Iterable[InvoiceLine]) -> Iterator[str]:
    faults = [fault for index, line in enumerate(lines, 1) if (fault := _line_fault(index, line))]
    yield from faults[:_MOST_LINES_NAMED]
    if len(faults) > _MOST_LINES_NAMED:
        yield f"{len(faults) - _MOST_LINES_NAMED} more lines do not multiply to their amounts."


def _line_fault(index: int, line: InvoiceLine) -> str | None:
    if line.quantity is None or line.price is None or line.amount is None:
        return None
    made = (line.quantity * line.price).quantize(_CENT) + _signed(line.adjustments)
    # Prices are often given rounded to the cent while the line was computed from more figures.
    slack = max(_CENT, abs(line.amount) / 200)
    if abs(made - line.amount) <= slack:
        return None
    return (
        f"Line {line.number or index}: {line.quantity.normalize():f} × {line.price.normalize():f} "
        f"with allowances and charges is {made}, but the line says {line.amount}."
    )


def _codes(invoice: EInvoice) -> Iterator[str]:
    if invoice.currency and not is_currency(invoice.currency):
        yield f"“{invoice.currency[:10]}” is no currency of ISO 4217 (BR-CL-04)."
    for account in invoice.ibans[:_MOST_LINES_NAMED]:
        # Other kinds of account stand in the same element of UBL.
        if account[:2].isalpha() and not iban.is_valid(account):
            yield f"The XML's IBAN {account[:40]} has wrong check digits."


def _signed(parts: Iterable[Adjustment]) -> Decimal:
    amounts = ((part.amount or _ZERO) * (1 if part.is_charge else -1) for part in parts)
    return sum(amounts, _ZERO)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), _ZERO)
