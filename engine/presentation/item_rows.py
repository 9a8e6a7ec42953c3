"""The line items of an invoice as rows of a table, with the sum that runs along them. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.presentation.fields import DOUBT_BELOW, FieldState
from engine.presentation.mends import Mend, line_mends
from engine.presentation.text import UNKNOWN, amount, counted
from engine.records import Invoice, LineItem, Provenance
from engine.records.invoice_sums import is_near, sum_of_lines

ITEM_FIELDS: Final = LineItem.__struct_fields__
"""The fields of a line item in their order."""

_WORST: Final[tuple[FieldState, ...]] = ("failed", "missing", "doubtful", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One line: its cells as shown, the running sum after it, what to think of it and why.

    ``marks`` are the states of single cells that are not sure; ``printed`` is what the page says
    where a person changed a cell.
    """

    cells: dict[str, str]
    running: str
    state: FieldState
    note: str
    marks: dict[str, FieldState]
    printed: dict[str, str]
    mends: tuple[Mend, ...]


@dataclass(frozen=True, slots=True)
class ItemSum:
    """All lines together against the sum that they should make, in a sentence."""

    added: Decimal | None
    sentence: str
    state: FieldState


def item_rows(invoice: Invoice) -> tuple[ItemRow, ...]:
    """A row for each line of ``invoice``."""
    mends = line_mends(invoice)
    running: Decimal | None = Decimal(0)
    rows = []
    for place, item in enumerate(invoice.line_items):
        running = None if running is None or item.amount is None else running + item.amount
        rows.append(_row(invoice, place, item, running, mends.get(place, ())))
    return tuple(rows)


def _row(
    invoice: Invoice, place: int, item: LineItem, running: Decimal | None, mends: tuple[Mend, ...]
) -> ItemRow:
    marks: dict[str, FieldState] = {}
    printed: dict[str, str] = {}
    for name in ITEM_FIELDS:
        known = invoice.provenance.get(f"line_items[{place}].{name}")
        if state := _mark(known):
            marks[name] = state
        if known is not None and known.source == "user" and known.text:
            printed[name] = f"The page says “{known.text}”."
    note = next((c for c in invoice.checks if c.startswith(f"Line {place + 1}: ")), "")
    states = {*marks.values(), *(("failed",) if note else ())}
    return ItemRow(
        cells={name: _shown(name, getattr(item, name), invoice.currency) for name in ITEM_FIELDS},
        running=amount(running, invoice.currency) if running is not None else UNKNOWN,
        state=next((state for state in _WORST if state in states), "sure"),
        note=note,
        marks=marks,
        printed=printed,
        mends=mends,
    )


def _mark(place: Provenance | None) -> FieldState | None:
    if place is None:
        return None
    if place.source == "user":
        return "changed"
    return "doubtful" if place.confidence < DOUBT_BELOW else None


def _shown(name: str, value: Decimal | str | None, currency: str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if name == "amount" or name == "unit_price":
        return amount(value, currency)
    return f"{value.normalize():f}"


def item_sum(invoice: Invoice) -> ItemSum:
    """Whether the lines make the net amount, or else the total."""
    items, currency = invoice.line_items, invoice.currency
    added = sum_of_lines(items)
    if added is None:
        unknown = sum(item.amount is None for item in items)
        told = f"{counted(unknown, 'line has', 'lines have')} no amount, so there is no sum."
        return ItemSum(None, told if items else "", "empty")
    lines = f"{counted(len(items), 'line')}: {amount(added, currency)}"
    sums = {"net amount": invoice.subtotal, "total": invoice.total_amount}
    for name, target in sums.items():
        if target is not None and is_near(added, target, items):
            return ItemSum(added, f"{lines} = {name}.", "sure")
    known = {name: target for name, target in sums.items() if target is not None}
    if not known:
        return ItemSum(added, f"{lines}; no sum is known to hold against it.", "empty")
    name, target = next(iter(known.items()))
    away = amount(abs(target - added), currency)
    side = "less" if added < target else "more"
    return ItemSum(
        added, f"{lines}, {away} {side} than the {name} {amount(target, currency)}.", "failed"
    )
