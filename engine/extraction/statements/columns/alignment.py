"""Columns of a table without a header that is known: aligned cells make them, over all pages."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.columns.column import Column, column_for
from engine.extraction.statements.columns.days import date_columns
from engine.extraction.statements.columns.layout import Layout
from engine.extraction.statements.columns.naming import amounts_by_column, named
from engine.extraction.statements.columns.stacks import (
    Stretch,
    look_like_amounts,
    overlap,
    stacks_of,
    standing_free,
)
from engine.extraction.statements.columns.text_zone import with_text_zone
from engine.extraction.statements.lines.cells import Cell, TypedLine

_LEAST_SHARE: Final = 0.05
"""Share of the rows that a column of amounts must have."""

_TAIL: Final = 8
"""Lines after the last one with a date that may still belong to its row."""

_MOST_COLUMNS: Final = 4
"""Columns of amounts, at most: the fullest ones."""


def infer_layout(lines: Sequence[TypedLine]) -> Layout | None:
    """A layout from alignment alone; None when no columns of amounts are there."""
    lines = [line for line in lines if not _is_grid(line)]
    rows = [line for line in lines if line.has("money")]
    dates = date_columns((), rows, lines, 0.0, 1.0)
    body = _body(lines, dates)
    spans = _spans(_rows_of(body, dates), dates)
    if not spans:
        return None
    roles = named(amounts_by_column(body, spans), [None] * len(spans))
    money = tuple(Column(role, *span) for role, span in zip(roles, spans, strict=True))
    return with_text_zone(dates, money, (), body, 0.0, 1.0).within(body)


def _is_grid(line: TypedLine) -> bool:
    """Whether a line has several dates with amounts and no text, as tables of daily balances."""
    dates = sum(cell.date is not None for cell in line.cells)
    return dates > 1 and all(cell.date or cell.money for cell in line.cells)


def _body(lines: Sequence[TypedLine], dates: Sequence[Column]) -> list[TypedLine]:
    """From the first line with a date in its column to shortly after the last one."""
    places = [index for index, line in enumerate(lines) if _is_dated(line, dates)]
    rows = [index for index in places if lines[index].has("money") and lines[index].cells[0].date]
    places = rows if 2 * len(rows) >= len(places) else places
    if not places:
        return list(lines)
    return list(lines[max(0, places[0] - 1) : places[-1] + _TAIL])


def _is_dated(line: TypedLine, dates: Sequence[Column]) -> bool:
    return any(cell.date and column_for(dates, cell) for cell in line.cells)


def _rows_of(body: Sequence[TypedLine], dates: Sequence[Column]) -> list[TypedLine]:
    """Lines with a date and an amount; where dates and amounts stand apart, all with an amount."""
    dated = [line for line in body if _is_dated(line, dates)]
    rows = [line for line in dated if line.has("money")]
    return rows if dated and 2 * len(rows) >= len(dated) else [x for x in body if x.has("money")]


def _is_in_row(cell: Cell, rows: Sequence[TypedLine], dates: Sequence[Column]) -> bool:
    return any(cell in line.cells and _is_dated(line, dates) for line in rows)


def _spans(rows: Sequence[TypedLine], dates: Sequence[Column]) -> list[Stretch]:
    """The fullest stacks of amounts, from left to right; none over a column of dates."""
    cells = standing_free(rows, 0.0, 1.0)
    counted = []
    for span in stacks_of(cells):
        if any(overlap(span, (date.x0, date.x1)) > 0 for date in dates):
            continue
        own = [cell for cell in cells if overlap(span, (cell.x0, cell.x1)) > 0]
        count = len(own)
        if not look_like_amounts(own):
            continue
        if count > _LEAST_SHARE * len(rows) and (count > 1 or _is_in_row(own[0], rows, dates)):
            counted.append((count, span))
    fullest = sorted(counted, reverse=True)[:_MOST_COLUMNS]
    return sorted(span for _, span in fullest)
