"""Columns of words beside the description, and where descriptions go on right of the amounts.

A head says what a column is meant for, its cells what it holds: names under "Reference" are the
description where rows have no other words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from engine.extraction.statements.columns.column import Column
from engine.extraction.statements.columns.stacks import ALIGNED, Stretch, overlap
from engine.extraction.statements.lines.cells import Cell

_MOST: Final = 0.5
_MANY: Final = 0.3
"""Shares of the rows from which something is usual in a table, or at least no exception."""

_WORD: Final = 2
_MARK: Final = 2
"""Letters of a word, at least, and of a mark beside amounts (CR, DR), at most."""


def beside_description(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> tuple[Column, ...]:
    """Those of ``columns`` that hold no description, as wide as what stands in them.

    Args:
        columns: columns of text by their heads.
        rows: the cells of each row's first line that are neither its dates nor its amounts.
    """
    if not columns:
        return ()
    wide = tuple(_widened(column, rows) for column in columns)
    told = sum(any(_tells(cell) and not _in_any(wide, cell) for cell in cells) for cells in rows)
    if told >= _MOST * len(rows):
        return wide
    return tuple(column for column in wide if not _holds_words(column, rows))


def stretches_right_of(
    x0: float, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], end: float
) -> tuple[Stretch, ...]:
    """Stretches right of ``x0`` where the words of most rows are stacked.

    Args:
        x0: where the main stretch of descriptions ends.
        columns: all columns of the table that hold no description.
        rows: as above.
        end: where the table ends.
    """
    free = [
        cell for cells in rows for cell in cells if cell.x0 >= x0 and not _in_any(columns, cell)
    ]
    edges = Counter(round(cell.x0 / ALIGNED) for cell in free)
    found: list[Stretch] = []
    for edge in sorted(edges):
        stack = [cell for cell in free if abs(round(cell.x0 / ALIGNED) - edge) <= 1]
        if len(stack) < _MANY * len(rows) or 2 * sum(map(_is_longer, stack)) < len(stack):
            continue
        left = min(cell.x0 for cell in stack) - ALIGNED
        right = min((c.x0 for c in columns if c.x0 > left + ALIGNED), default=end)
        if not found or left >= found[-1][1]:
            found.append((left, right))
    return tuple(found)


def _widened(column: Column, rows: Sequence[Sequence[Cell]]) -> Column:
    """The column from where most of its cells begin."""
    edges = Counter(round(cell.x0 / ALIGNED) for cell in _cells_in(column, rows))
    if not edges:
        return column
    edge, count = edges.most_common(1)[0]
    x0 = edge * ALIGNED - ALIGNED if count > 1 else column.x0
    return Column(column.role, min(column.x0, x0), column.x1)


def _cells_in(column: Column, rows: Sequence[Sequence[Cell]]) -> Iterable[Cell]:
    return (cell for cells in rows for cell in cells if _stands_in(column, cell))


def _holds_words(column: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    cells = list(_cells_in(column, rows))
    return len(cells) >= _MANY * len(rows) and sum(map(_tells, cells)) > _MOST * len(cells)


def _in_any(columns: Sequence[Column], cell: Cell) -> bool:
    return any(_stands_in(column, cell) for column in columns)


def _stands_in(column: Column, cell: Cell) -> bool:
    return overlap((column.x0, column.x1), (cell.x0, cell.x1)) > 0.5 * (cell.x1 - cell.x0)


def _tells(cell: Cell) -> bool:
    """Whether a cell is made of words rather than of figures and signs."""
    letters = sum(map(str.isalpha, cell.text))
    return letters >= _WORD and letters > sum(map(str.isdigit, cell.text))


def _is_longer(cell: Cell) -> bool:
    return _tells(cell) and len(cell.text) > _MARK
