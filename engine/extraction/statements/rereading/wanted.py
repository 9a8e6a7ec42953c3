"""Which cells of a recognised statement are worth reading again: those that a doubt hangs on.

Where printed balances do not follow, one of a few figures was misread; where nothing is printed
that could prove the rows, the figures that were read with doubt are all that can be checked.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from engine.extraction.statements.assemble import Statement
from engine.extraction.statements.rereading.days import doubtful_days
from engine.extraction.statements.rereading.places import (
    Stretch,
    cell_at,
    cells_of,
    columns_of,
    is_in_column,
    is_on,
    on_pages,
    whole_cell,
)
from engine.reading.cell_reading import CellPlace
from engine.reading.page import Page
from engine.reading.plane import Box
from engine.reading.straight import is_recognised
from engine.records.bank import BalanceGap, Transaction

MOST_CELLS: Final = 400
"""Cells of one file that are read again, at most; those near gaps come first."""

_UNSURE: Final = 0.8
_BESIDE: Final = 1
"""Rows before and after a gap whose figures may be to blame as well."""

_HEADER_FIGURES = ("opening_balance", "closing_balance", "total_debits", "total_credits")


def cells_to_read_again(
    statement: Statement, pages: Sequence[Page], most: int = MOST_CELLS
) -> tuple[CellPlace, ...]:
    """The cells of recognised pages on which the statement's doubts hang, at most ``most``.

    No figures of a statement that is proven without a repair; days that are doubtful always.
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
    for cell in doubtful_days(statement.transactions, recognised):
        wanted.setdefault((cell.page_number, cell.bbox), cell)
    return tuple(wanted.values())[:most]


def _places(statement: Statement, pages: dict[int, Page]) -> Iterator[CellPlace]:
    rows = statement.transactions
    columns = columns_of(rows, pages)
    known = [cell_at(place) for row in rows for place in row.provenance.values() if place.bbox]
    for gap in statement.info.proof.gaps:
        near = _rows_near(gap, rows)
        yield from cells_of(near, pages)
        reach = _reach(gap, near, pages)
        yield from _unread(reach, pages, columns, [cell for cell in known if cell])
    if statement.info.proof.gaps:
        named = (statement.info.provenance.get(name) for name in _HEADER_FIGURES)
        yield from on_pages(named, pages)
    yield from cells_of((row for row in rows if row.repairs), pages)
    for row in rows:
        yield from (cell for cell in cells_of([row], pages) if _is_unsure(cell, pages))


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


def _reach(
    gap: BalanceGap, rows: Sequence[Transaction], pages: dict[int, Page]
) -> dict[int, tuple[float, float]]:
    """From where to where on each page the rows of a gap may stand, as shares of its height.

    A gap that runs over a page's end reaches to it, and so does one at an end of its account.
    """
    found: dict[int, tuple[float, float]] = {}
    for cell in cells_of(rows, pages):
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
    columns: dict[int, list[Stretch]],
    known: Sequence[CellPlace],
) -> Iterator[CellPlace]:
    """Words in columns of amounts, where rows of a gap may stand, that were taken for no figure."""
    for number, (top, bottom) in reach.items():
        taken = [cell.bbox for cell in known if cell.page_number == number]
        for word in pages[number].words:
            is_there = top <= (word.y0 + word.y1) / 2 <= bottom and any(map(str.isalnum, word.text))
            if is_there and is_in_column(word, columns.get(number, ())) and not is_on(word, taken):
                yield CellPlace(number, (word.x0, word.y0, word.x1, word.y1), word.text)


def _is_unsure(cell: CellPlace, pages: dict[int, Page]) -> bool:
    """Whether a word of the cell was read with doubt."""
    words = pages[cell.page_number].words
    own = [word.confidence for word in words if is_on(word, [cell.bbox])]
    return bool(own) and min(own) < _UNSURE
