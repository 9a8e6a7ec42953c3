"""Which cells of a recognised statement are worth reading again: those that a doubt hangs on.

Where printed balances do not follow, one of a few figures was misread; where nothing is printed
that could prove the rows, the figures that were read with doubt are all that can be checked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from engine.extraction.statements.assemble import Statement
from engine.extraction.statements.date_order import out_of_order
from engine.reading.cell_reading import CellPlace
from engine.reading.page import Page, Word
from engine.reading.plane import Box
from engine.reading.straight import is_recognised
from engine.records.bank import BalanceGap, Transaction
from engine.records.provenance import Provenance

MOST_CELLS: Final = 400
"""Cells of one file that are read again, at most; those near gaps come first."""

_UNSURE: Final = 0.8
_BESIDE: Final = 1
"""Rows before and after a gap whose figures may be to blame as well."""

_COLUMN_SLACK: Final = 0.01

_CLOSE: Final = 0.7
"""Heights of a figure within which another part of it may stand beside it."""

_FIGURE: Final = re.compile(r"[^\w\s]*\w?[\d.,'’]*\d[\d.,'’]*\w?[^\w\s]*|[.,+\-–]+")
"""A part of a figure; one of its characters may be taken for a letter."""

_FIGURES = ("amount", "balance")
_HEADER_FIGURES = ("opening_balance", "closing_balance", "total_debits", "total_credits")


def cells_to_read_again(
    statement: Statement, pages: Sequence[Page], most: int = MOST_CELLS
) -> tuple[CellPlace, ...]:
    """The cells of recognised pages on which the statement's doubts hang, at most ``most``.

    No figures of a statement that is proven without a repair; days that stand out of order always.
    """
    recognised = {page.page_number: page for page in pages if is_recognised(page)}
    if not recognised:
        return ()
    wanted: dict[tuple[int, Box], CellPlace] = {}
    is_repaired = any(row.repairs for row in statement.transactions)
    if statement.info.proof.status != "proven" or is_repaired:
        for place in _places(statement, recognised):
            cell = whole_cell(place, recognised[place.page_number])
            wanted.setdefault((cell.page_number, cell.bbox), cell)
    days = (row.provenance.get("date") for row in out_of_order(statement.transactions))
    for cell in _on_pages(days, recognised):
        wanted.setdefault((cell.page_number, cell.bbox), cell)
    return tuple(wanted.values())[:most]


def whole_cell(place: CellPlace, page: Page) -> CellPlace:
    """``place`` with the figures close beside it: those set wide are often parted (8, 867. 78)."""
    x0, y0, x1, y1 = place.bbox
    reach = _CLOSE * (y1 - y0) * page.height / page.width
    own = [word for word in page.words if _is_on(word, [place.bbox])]
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


def _places(statement: Statement, pages: dict[int, Page]) -> Iterator[CellPlace]:
    rows = statement.transactions
    columns = _columns(rows, pages)
    known = [_cell(place) for row in rows for place in row.provenance.values() if place.bbox]
    for gap in statement.info.proof.gaps:
        near = _rows_near(gap, rows)
        yield from _cells(near, pages)
        reach = _reach(gap, near, pages)
        yield from _unread(reach, pages, columns, [cell for cell in known if cell])
    if statement.info.proof.gaps:
        named = (statement.info.provenance.get(name) for name in _HEADER_FIGURES)
        yield from _on_pages(named, pages)
    yield from _cells((row for row in rows if row.repairs), pages)
    for row in rows:
        yield from (cell for cell in _cells([row], pages) if _is_unsure(cell, pages))


def _rows_near(gap: BalanceGap, rows: Sequence[Transaction]) -> Sequence[Transaction]:
    """Rows between the two balances of a gap, in whichever order they stand, and one beside each.

    A gap at an end of its account reaches to the account's first or last row.
    """
    own = [i for i, row in enumerate(rows) if row.account_number == gap.account_number]
    if not own:
        return ()
    index = {row.transaction_id: number for number, row in enumerate(rows)}
    before, printed = index.get(gap.after_transaction or ""), index.get(gap.transaction or "")
    is_reversed = before is not None and printed is not None and printed < before
    if before is None:
        before = own[0] - 1
    if printed is None:
        printed = own[-1]
    first, last = (printed, before - 1) if is_reversed else (before + 1, printed)
    return rows[max(0, first - _BESIDE) : last + _BESIDE + 1]


def _cells(rows: Iterable[Transaction], pages: dict[int, Page]) -> Iterator[CellPlace]:
    for row in rows:
        yield from _on_pages((row.provenance.get(name) for name in _FIGURES), pages)


def _on_pages(places: Iterable[Provenance | None], pages: dict[int, Page]) -> Iterator[CellPlace]:
    for place in places:
        cell = _cell(place) if place is not None and place.page in pages else None
        if cell is not None:
            yield cell


def _cell(place: Provenance) -> CellPlace | None:
    if place.page is None or place.bbox is None:
        return None
    return CellPlace(place.page, place.bbox, place.text or "")


def _columns(
    rows: Sequence[Transaction], pages: dict[int, Page]
) -> dict[int, list[tuple[float, float]]]:
    """For each page the stretches of its width in which amounts and balances stand."""
    found: dict[int, list[tuple[float, float]]] = {}
    for cell in sorted(_cells(rows, pages), key=lambda cell: cell.bbox[0]):
        x0, x1 = cell.bbox[0], cell.bbox[2]
        stretches = found.setdefault(cell.page_number, [])
        if stretches and x0 <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(x1, stretches[-1][1]))
        else:
            stretches.append((x0, x1))
    return found


def _reach(
    gap: BalanceGap, rows: Sequence[Transaction], pages: dict[int, Page]
) -> dict[int, tuple[float, float]]:
    """From where to where on each page the rows of a gap may stand, as shares of its height.

    A gap that runs over a page's end reaches to it, and so does one at an end of its account.
    """
    found: dict[int, tuple[float, float]] = {}
    for cell in _cells(rows, pages):
        top, bottom = found.get(cell.page_number, (1.0, 0.0))
        found[cell.page_number] = min(top, cell.bbox[1]), max(bottom, cell.bbox[3])
    if not found:
        return found
    first, last = min(found), max(found)
    for number, (top, bottom) in found.items():
        is_open_above = number > first or gap.after_transaction is None
        is_open_below = number < last or gap.transaction is None
        found[number] = 0.0 if is_open_above else top, 1.0 if is_open_below else bottom
    return found


def _unread(
    reach: dict[int, tuple[float, float]],
    pages: dict[int, Page],
    columns: dict[int, list[tuple[float, float]]],
    known: Sequence[CellPlace],
) -> Iterator[CellPlace]:
    """Words in columns of amounts, where rows of a gap may stand, that were taken for no figure."""
    for number, (top, bottom) in reach.items():
        taken = [cell.bbox for cell in known if cell.page_number == number]
        for word in pages[number].words:
            is_there = top <= (word.y0 + word.y1) / 2 <= bottom and any(map(str.isalnum, word.text))
            if is_there and _is_in(word, columns.get(number, ())) and not _is_on(word, taken):
                yield CellPlace(number, (word.x0, word.y0, word.x1, word.y1), word.text)


def _is_in(word: Word, stretches: Iterable[tuple[float, float]]) -> bool:
    return any(
        x0 - _COLUMN_SLACK <= word.x0 and word.x1 <= x1 + _COLUMN_SLACK for x0, x1 in stretches
    )


def _is_on(word: Word, boxes: Iterable[Box]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)


def _is_unsure(cell: CellPlace, pages: dict[int, Page]) -> bool:
    """Whether a word of the cell was read with doubt."""
    words = pages[cell.page_number].words
    own = [word.confidence for word in words if _is_on(word, [cell.bbox])]
    return bool(own) and min(own) < _UNSURE
