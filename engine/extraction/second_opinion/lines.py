"""The lines of an invoice's table as another reader tells them, found again on the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from engine.extraction.invoices.sheet.amounts import cents
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.printed.finder import Finder, Place
from engine.extraction.second_opinion.opinion import OpinionLine
from engine.records import LineItem

_NUMBERS: Final = ("quantity", "unit_price", "amount", "tax_rate")
_ROWS_OF_A_LINE: Final = 3
"""Rows below its description in which a line's figures may stand."""


@dataclass(slots=True)
class Lines:
    """Lines whose description and amount are on the pages; ``places`` by the path of the value.

    ``missing`` counts those that are not.
    """

    items: tuple[LineItem, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    missing: int = 0


def told_lines(told: Sequence[OpinionLine], sheet: Sheet, finder: Finder, *, negate: bool) -> Lines:
    """The told lines, each on rows of its own from the top of the pages to their end.

    With ``negate`` amounts that are printed positive become negative.
    """
    lines = Lines()
    items: list[LineItem] = []
    first_row = sheet.rows[0].number
    for line in told:
        found = _found(line, finder, first_row)
        if found is None:
            lines.missing += 1
            continue
        first_row = found["amount"].segment.row + 1
        path = f"line_items[{len(items)}]"
        lines.places |= {f"{path}.{name}": place for name, place in found.items()}
        items.append(_item(found, negate))
    lines.items = tuple(items)
    return lines


def _found(line: OpinionLine, finder: Finder, first_row: int) -> dict[str, Place] | None:
    """The places of a line's values; None without both its description and its amount."""
    if not line.description or not line.amount:
        return None
    for description in finder.texts(line.description):
        row = description.segment.row
        if row < first_row:
            continue
        amount = finder.number_in(line.amount, row, row + _ROWS_OF_A_LINE)
        if amount is not None:
            return {"description": description} | _figures(line, finder, row, amount)
    return None


def _figures(line: OpinionLine, finder: Finder, row: int, amount: Place) -> dict[str, Place]:
    places = {"amount": amount}
    for name in _NUMBERS:
        told = getattr(line, name)
        if name != "amount" and told:
            place = finder.number_in(told, row, amount.segment.row)
            if place is not None:
                places[name] = place
    return places


def _item(found: dict[str, Place], negate: bool) -> LineItem:
    values: dict[str, Any] = {name: place.value for name, place in found.items()}
    amount = cents(values["amount"])
    values["amount"] = -amount if negate and amount > 0 else amount
    return LineItem(**values)
