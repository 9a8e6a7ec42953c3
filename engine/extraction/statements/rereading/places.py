"""Cells of recognised pages: where rows have them, in which columns, and what belongs to them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from engine.reading.cell_reading import CellPlace
from engine.reading.page import Page, Word
from engine.reading.plane import Box
from engine.records.bank import Transaction
from engine.records.provenance import Provenance

_COLUMN_SLACK: Final = 0.01

_CLOSE: Final = 0.7
"""Heights of a figure within which another part of it may stand beside it."""

_FIGURE: Final = re.compile(r"[^\w\s]*\w?[\d.,'’]*\d[\d.,'’]*\w?[^\w\s]*|[.,+\-–]+")
"""A part of a figure; one of its characters may be taken for a letter."""

FIGURES: Final = ("amount", "balance")

Stretch = tuple[float, float]
"""From where to where, as shares of the page's width."""


def whole_cell(place: CellPlace, page: Page) -> CellPlace:
    """``place`` with the figures close beside it: those set wide are often parted (8, 867. 78)."""
    x0, y0, x1, y1 = place.bbox
    reach = _CLOSE * (y1 - y0) * page.height / page.width
    own = [word for word in page.words if is_on(word, [place.bbox])]
    level = [
        word
        for word in page.words
        if _FIGURE.fullmatch(word.text)
        and min(y1, word.y1) - max(y0, word.y0) > 0.5 * min(y1 - y0, word.y1 - word.y0)
    ]
    for word in sorted(level, key=lambda word: -word.x1):
        if x0 - reach < word.x1 <= x0 + reach and word.x0 < x0:
            own.append(word)
            x0 = word.x0
    for word in sorted(level, key=lambda word: word.x0):
        if x1 - reach <= word.x0 < x1 + reach and word.x1 > x1:
            own.append(word)
            x1 = word.x1
    if (x0, x1) == (place.bbox[0], place.bbox[2]):
        return place
    box = (x0, min(word.y0 for word in own), x1, max(word.y1 for word in own))
    text = " ".join(word.text for word in sorted(own, key=lambda word: word.x0))
    return CellPlace(place.page_number, box, text)


def cells_of(
    rows: Iterable[Transaction], pages: dict[int, Page], fields: Sequence[str] = FIGURES
) -> Iterator[CellPlace]:
    """The cells of ``rows`` on ``pages`` that print ``fields``, row by row."""
    for row in rows:
        yield from on_pages((row.provenance.get(name) for name in fields), pages)


def on_pages(places: Iterable[Provenance | None], pages: dict[int, Page]) -> Iterator[CellPlace]:
    """The cells of those of ``places`` that lie on ``pages``."""
    for place in places:
        cell = cell_at(place) if place is not None and place.page in pages else None
        if cell is not None:
            yield cell


def cell_at(place: Provenance) -> CellPlace | None:
    """The cell of a value; None for a value without a place."""
    if place.page is None or place.bbox is None:
        return None
    return CellPlace(place.page, place.bbox, place.text or "")


def columns_of(
    rows: Sequence[Transaction], pages: dict[int, Page], fields: Sequence[str] = FIGURES
) -> dict[int, list[Stretch]]:
    """For each page the stretches of its width in which ``fields`` stand."""
    found: dict[int, list[Stretch]] = {}
    for cell in sorted(cells_of(rows, pages, fields), key=lambda cell: cell.bbox[0]):
        x0, x1 = cell.bbox[0], cell.bbox[2]
        stretches = found.setdefault(cell.page_number, [])
        if stretches and x0 <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(x1, stretches[-1][1]))
        else:
            stretches.append((x0, x1))
    return found


def is_in_column(word: Word, stretches: Iterable[Stretch]) -> bool:
    """Whether ``word`` stands within one of the stretches."""
    return any(
        x0 - _COLUMN_SLACK <= word.x0 and word.x1 <= x1 + _COLUMN_SLACK for x0, x1 in stretches
    )


def is_on(word: Word, boxes: Iterable[Box]) -> bool:
    """Whether the middle of ``word`` lies in one of the boxes."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)
