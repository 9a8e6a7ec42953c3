"""Boxes of figures beside the rows of a table, on the same lines as these."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.table import Row

_MARGIN = 0.2
"""Share of the page beside a table from which a box may stand there."""


@dataclass(frozen=True, slots=True)
class FreeLine:
    """What a line has besides a row."""

    number: int
    page_number: int
    cells: tuple[Cell, ...]


def lines_beside_rows(lines: Sequence[TypedLine], rows: Sequence[Row]) -> list[FreeLine]:
    """The lines with, of those of rows, only the cells that stand left or right of their page's.

    None where the rows take the whole width of every page.
    """
    spans = _spans(rows)
    if all(left < _MARGIN and right > 1 - _MARGIN for left, right in spans.values()):
        return []
    numbers = {number for row in rows for number in row.lines}
    return [
        FreeLine(
            line.number,
            line.page_number,
            _outside(line.cells, spans.get(line.page_number, (0.0, 1.0)))
            if line.number in numbers
            else line.cells,
        )
        for line in lines
    ]


def _spans(rows: Sequence[Row]) -> dict[int, tuple[float, float]]:
    """From where to where the dates and the amounts of each page's rows reach."""
    cells: defaultdict[int, list[Cell]] = defaultdict(list)
    for row in rows:
        cells[row.page_number] += (*row.dates.values(), *row.money.values())
    return {
        page: (min([1.0, *[c.x0 for c in own]]), max([0.0, *[c.x1 for c in own]]))
        for page, own in cells.items()
    }


def _outside(cells: Sequence[Cell], span: tuple[float, float]) -> tuple[Cell, ...]:
    return tuple(cell for cell in cells if cell.x1 < span[0] or cell.x0 > span[1])
