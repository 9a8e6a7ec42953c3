"""Which cells of a recognised statement are worth reading again: those that a doubt hangs on.

Where printed balances do not follow, one of a few figures was misread; where nothing is printed
that could prove the rows, the figures that were read with doubt are all that can be checked.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from engine.extraction.statements.assemble import Statement
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
_FIGURES = ("amount", "balance")
_HEADER_FIGURES = ("opening_balance", "closing_balance", "total_debits", "total_credits")


def cells_to_read_again(
    statement: Statement, pages: Sequence[Page], most: int = MOST_CELLS
) -> tuple[CellPlace, ...]:
    """The cells of recognised pages on which the statement's doubts hang, at most ``most``.

    None of a statement that is proven without a repair.
    """
    is_repaired = any(row.repairs for row in statement.transactions)
    if statement.info.proof.status == "proven" and not is_repaired:
        return ()
    recognised = {page.page_number: page for page in pages if is_recognised(page)}
    if not recognised:
        return ()
    wanted: dict[tuple[int, Box], CellPlace] = {}
    for place in _places(statement, recognised):
        wanted.setdefault((place.page_number, place.bbox), place)
    return tuple(wanted.values())[:most]


def _places(statement: Statement, pages: dict[int, Page]) -> Iterator[CellPlace]:
    rows = statement.transactions
    columns = _columns(rows, pages)
    known = [_cell(place) for row in rows for place in row.provenance.values() if place.bbox]
    for gap in statement.info.proof.gaps:
        near = _rows_near(gap, rows)
        yield from _cells(near, pages)
        yield from _unread(near, pages, columns, [cell for cell in known if cell])
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


def _unread(
    rows: Sequence[Transaction],
    pages: dict[int, Page],
    columns: dict[int, list[tuple[float, float]]],
    known: Sequence[CellPlace],
) -> Iterator[CellPlace]:
    """Words in columns of amounts, between ``rows``, that were taken for no figure."""
    for number, page in pages.items():
        boxes = [cell.bbox for cell in _cells(rows, {number: page})]
        if not boxes:
            continue
        top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        taken = [cell.bbox for cell in known if cell.page_number == number]
        for word in page.words:
            is_between = top <= (word.y0 + word.y1) / 2 <= bottom
            if is_between and _is_in(word, columns.get(number, ())) and not _is_on(word, taken):
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
