"""The boxes of a statement's lines on its pages: of a long one only those that can be seen."""

from collections.abc import Mapping, Sequence
from typing import Final

from engine.presentation import money
from engine.presentation.grid import state_of_line
from engine.presentation.history import LABELS
from engine.presentation.statement_fields import STATEMENT_LABELS
from engine.records import BankDocument, Provenance, Transaction
from pages._parts.page_viewer import Box

MOST_AT_ONCE: Final = 400
"""Lines up to which all boxes go to the browser at once."""


def header_boxes(document: BankDocument) -> tuple[Box, ...]:
    """A box around every value of the header."""
    return tuple(
        Box(key, STATEMENT_LABELS.get(key, key), "sure", place.page, *place.bbox)
        for key, place in document.statement_info.provenance.items()
        if place.page is not None and place.bbox is not None
    )


def lines_by_page(document: BankDocument) -> Mapping[int, tuple[Transaction, ...]]:
    """The lines that have a place, by the page where they begin."""
    found: dict[int, list[Transaction]] = {}
    for line in document.transactions:
        page = next((p.page for p in line.provenance.values() if p.bbox is not None), None)
        if page is not None:
            found.setdefault(page, []).append(line)
    return {page: tuple(lines) for page, lines in found.items()}


def line_boxes(lines: Sequence[Transaction]) -> list[Box]:
    """A box around each of the lines."""
    return [
        _around(line, [place for place in line.provenance.values() if place.bbox is not None])
        for line in lines
    ]


def cell_boxes(lines: Sequence[Transaction]) -> list[Box]:
    """The boxes of single cells."""
    return [
        Box(f"{line.transaction_id}.{name}", LABELS.get(name, name), "cell", spot.page, *spot.bbox)
        for line in lines
        for name, spot in line.provenance.items()
        if spot.page is not None and spot.bbox is not None
    ]


def _around(line: Transaction, places: Sequence[Provenance]) -> Box:
    own = [place for place in places if place.page == places[0].page]
    corners = list(zip(*(place.bbox for place in own if place.bbox), strict=True))
    label = f"{line.description[:60]} {money(line.amount, line.currency)}"
    return Box(
        line.transaction_id,
        label,
        state_of_line(line),
        places[0].page or 1,
        min(corners[0]),
        min(corners[1]),
        max(corners[2]),
        max(corners[3]),
    )
