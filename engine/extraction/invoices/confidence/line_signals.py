"""Features of the lines of the table: what a line's own figures prove, and what all lines make."""

from decimal import Decimal
from typing import Final

from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.lines.items import Item
from engine.extraction.invoices.sheet.candidate import AmountCandidate

_CENT: Final = Decimal("0.01")
_MANY: Final = 20


def line_signals(around: Surroundings) -> list[dict[str, float]]:
    """The features of each line of the table, without those that are 0."""
    shared = _table_signals(around)
    return [
        {name: value for name, value in (shared | _own(item)).items() if value}
        for item in around.table.items
    ]


def _table_signals(around: Surroundings) -> dict[str, float]:
    totals, items = around.totals, around.table.total
    net = totals.subtotal.value if totals.subtotal else None
    gross = totals.total.value if totals.total else None
    less = gross - totals.tax.value if totals.total and gross is not None and totals.tax else None
    known = {value for value in (net, gross, less) if value is not None}
    near = any(items is not None and abs(value - items) <= _CENT * 3 for value in known)
    return {
        "lines make a sum": float(near),
        "lines make none": float(bool(known) and not near),
        "no sum is known": float(not known),
        "many lines": min(1.0, len(around.table.items) / _MANY),
        "one line": float(len(around.table.items) == 1),
    }


def _own(item: Item) -> dict[str, float]:
    product = _product(item)
    amount = abs(item.amount.value.value)
    slack = max(_CENT, amount / 200)
    words = item.amount.words
    return {
        "quantity × price is the amount": float(
            product is not None and abs(product - amount) <= slack
        ),
        "quantity × price is another": float(product is not None and abs(product - amount) > slack),
        "no quantity": float(item.quantity is None),
        "no price": float(item.unit_price is None),
        "no description": float(not item.description),
        "a long description": float(len(item.description) > 3),
        "no tax rate": float(item.tax_rate is None),
        "scanned": float(item.amount.segment.source == "ocr"),
        "hard to read": 1 - min(word.confidence for word in words),
        "zero": float(amount == 0),
    }


def _product(item: Item) -> Decimal | None:
    """Quantity times unit price, whatever their signs."""
    quantity, price = _value(item.quantity), _value(item.unit_price)
    return None if quantity is None or price is None else abs(quantity * price)


def _value(place: AmountCandidate | None) -> Decimal | None:
    return None if place is None else place.value.value
