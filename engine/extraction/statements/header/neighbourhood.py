"""Where a line stands with respect to the rows of transactions, whether those were read or not."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.solving.figures import BALANCE_FIGURES

_PITCH: Final = 2.3
"""Line heights from a transaction's line to what still belongs to it."""


class Neighbourhood:
    """Where lines stand with respect to the rows of transactions, read or not."""

    def __init__(self, lines: Sequence[TypedLine], row_lines: frozenset[int]) -> None:
        self.lines = lines
        self._rows = row_lines
        alike = [line.number in row_lines for line in lines if _is_like_row(line)]
        self._all_read = 2 * sum(alike) > len(alike)

    def is_inside(self, line: TypedLine) -> bool:
        """Whether a line belongs to a transaction, or stands between two of one table."""
        above, below = self._walk(line, -1), self._walk(line, 1)
        if above is None and line.page_number != self.lines[0].page_number:
            return below == "near"
        return (above == "near" and below != "end") or {above, below} <= {"row", "near"}

    def _walk(self, line: TypedLine, step: int) -> str | None:
        """What comes first on the page, going up or down: a row, near or not, or a table's end."""
        place, near = line.number + step, True
        before = line
        while 0 <= place < len(self.lines):
            other = self.lines[place]
            if other.page_number != line.page_number:
                return None
            near = near and _pitch(before, other) <= _PITCH
            if is_table_head(other) or figure_of(other.text) in BALANCE_FIGURES:
                return "end"
            if self._is_row(other):
                return "near" if near else "row"
            before, place = other, place + step
        return None

    def _is_row(self, line: TypedLine) -> bool:
        return line.number in self._rows or (not self._all_read and _is_like_row(line))


def _is_like_row(line: TypedLine) -> bool:
    return len(line.cells) > 2 and line.has("date") and line.has("money")


def _pitch(a: TypedLine, b: TypedLine) -> float:
    return abs(b.y0 - a.y0) / max(a.y1 - a.y0, b.y1 - b.y0, 1e-6)


def is_table_head(line: TypedLine) -> bool:
    """Whether the heads of a table's columns stand on a line."""
    return sum(role_of(cell.text) is not None for cell in line.cells) >= 3
