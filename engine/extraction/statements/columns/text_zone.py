"""Where the descriptions of a table stand: the stretches that dates and amounts leave to words."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from engine.extraction.statements.columns.column import Column, column_for
from engine.extraction.statements.columns.layout import Layout
from engine.extraction.statements.columns.stacks import ALIGNED, begins_between
from engine.extraction.statements.columns.word_columns import (
    beside_description,
    stretches_right_of,
)
from engine.extraction.statements.lines.cells import Cell, TypedLine

_FLUSH = 0.7
"""Share of the descriptions that end at one place from which they are set flush right."""


class _Row(Struct, frozen=True, gc=False):
    """What stands on one line: ``free`` are its cells that are no date and no amount of columns."""

    free: list[Cell]
    is_dated: bool
    is_paid: bool


def with_text_zone(
    dates: tuple[Column, ...],
    money: tuple[Column, ...],
    texts: tuple[Column, ...],
    lines: Sequence[TypedLine],
    x0: float,
    x1: float,
) -> Layout:
    """The layout with the zone of descriptions: where text begins in lines that begin rows."""
    rows = _rows(lines, x0, x1, dates, money)
    first = dates[0].x0 if dates else x0
    if begins_between(lines, x0, first) and _has_text_after(rows, dates, money, texts):
        rows = _rows(lines, first, x1, dates, money)
    dated = [row.free for row in rows if row.is_dated]
    paid = [row.free for row in rows if row.is_paid]
    free = dated or paid
    texts = beside_description(texts, free)
    starts = _text_starts(dated, texts) or _text_starts(paid, texts)
    left = min((s for s, n in starts.items() if n * 4 >= max(starts.values())), default=None)
    text_x0 = left * ALIGNED - ALIGNED if left is not None else x0
    if starts and 2 * max(starts.values()) < starts.total():
        text_x0 = min(text_x0, _flush_right_from(dated or paid, rows, texts, text_x0))
    right = min((c.x0 for c in (*money, *dates) if c.x0 > text_x0 + 0.02), default=x1)
    more = stretches_right_of(right, (*dates, *money, *texts), free, x1)
    return Layout(dates, money, texts, text_x0, right, x0, x1, more)


def _flush_right_from(
    begun: Sequence[Sequence[Cell]], rows: Sequence[_Row], texts: Sequence[Column], x0: float
) -> float:
    """Where the longest line of descriptions begins that all end at one place; else ``x0``.

    So they stand where a script is written leftwards. ``begun`` are the free cells of lines that
    begin rows.
    """
    ends = Counter(
        round(max(cell.x1 for cell in free) / ALIGNED)
        for cells in begun
        if (free := [c for c in cells if c.x1 > x0 and column_for(texts, c) is None])
    )
    if not ends:
        return x0
    end, count = ends.most_common(1)[0]
    if count < _FLUSH * len(begun):
        return x0
    alone = [row.free[0] for row in rows if len(row.free) == 1 and not row.is_paid]
    return min((c.x0 for c in alone if abs(c.x1 - end * ALIGNED) <= 2 * ALIGNED), default=x0)


def _rows(
    lines: Sequence[TypedLine],
    x0: float,
    x1: float,
    dates: Sequence[Column],
    money: Sequence[Column],
) -> list[_Row]:
    """The lines between ``x0`` and ``x1``."""
    rows = []
    for line in lines:
        free: list[Cell] = []
        is_dated = is_paid = False
        for cell in line.cells:
            if x0 <= cell.x0 < x1:
                in_dates = cell.date is not None and column_for(dates, cell) is not None
                in_money = cell.money is not None and column_for(money, cell) is not None
                is_dated, is_paid = is_dated or in_dates, is_paid or in_money
                if not (in_dates or in_money):
                    free.append(cell)
        rows.append(_Row(free, is_dated, is_paid))
    return rows


def _has_text_after(
    rows: Sequence[_Row],
    dates: Sequence[Column],
    money: Sequence[Column],
    texts: Sequence[Column],
) -> bool:
    """Whether most dated rows have text right of their date and left of their amounts."""
    dated = [row.free for row in rows if row.is_dated]
    end = min((column.x0 for column in money), default=1.0)
    own = sum(
        any(dates[0].x1 <= c.x0 < end and column_for(texts, c) is None for c in free)
        for free in dated
    )
    return 2 * own > len(dated)


def _text_starts(rows: Sequence[Sequence[Cell]], texts: Sequence[Column]) -> Counter[int]:
    """Where the first text of each row begins.

    A row's number, a time of day and a currency's sign are none. ``rows`` are the cells of each
    that are neither its dates nor its amounts.
    """
    starts: Counter[int] = Counter()
    for cells in rows:
        free = [cell for cell in cells if column_for(texts, cell) is None] if texts else cells
        if free:
            first = next((c for c in free if not _begins_nothing(c)), free[0])
            starts[round(first.x0 / ALIGNED)] += 1
    return starts


def _begins_nothing(cell: Cell) -> bool:
    """Whether no description begins with what a cell holds."""
    return cell.is_counter or cell.is_clock or cell.is_sign
