"""The columns of one table: where its dates, amounts and words stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from engine.extraction.statements.columns.column import Column, column_for
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.columns.stacks import Stretch
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.reading.page import Word

APART: Final = 0.015
"""Page widths that part a table from what stands beside it, at least."""

_OVER: Final = 0.03
"""Page widths by which a description may reach into the next column."""

_LONGEST_MARK: Final = 3
"""Letters of a mark that may stand beside amounts (CR, OD)."""

_RARE: Final = 0.4
"""Share of a table's rows under which something beside them is no part of it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table.

    ``texts`` are columns beside the description (references, kinds); the description itself is
    all other text between ``text_x0`` and ``text_x1``, and in ``more`` right of the amounts.
    ``x0`` and ``x1`` bound the panel.
    """

    dates: tuple[Column, ...]
    money: tuple[Column, ...]
    texts: tuple[Column, ...]
    text_x0: float
    text_x1: float
    x0: float = 0.0
    x1: float = 1.0
    more: tuple[Stretch, ...] = ()

    def tells(self, word: Word) -> bool:
        """Whether ``word`` begins where descriptions stand."""
        left = word.x0
        if self.text_x0 <= left < self.text_x1:
            return True
        return any(a <= left < b for a, b in self.more)

    def ends(self, word: Word) -> bool:
        """Whether ``word`` ends where descriptions do."""
        stretches = ((self.text_x0, self.text_x1), *self.more)
        return any([a <= word.x0 and word.x1 <= b + _OVER for a, b in stretches])

    def within(self, lines: Sequence[TypedLine]) -> "Layout":
        """The same, ending where ``lines`` hardly ever go on beside its rows.

        What stands there is another block of the page: a summary, an advertisement.
        """
        columns = (*self.dates, *self.money)
        if not columns:
            return self
        rows = [line for line in lines if any(map(self._is_own, line.cells))]
        first = min(self.text_x0, *(column.x0 for column in (*columns, *self.texts)))
        last = max(column.x1 for column in columns)
        left = [self._beside(line, self.x0, first - APART, 0) for line in rows]
        right = [self._beside(line, last + APART, self.x1, _LONGEST_MARK) for line in rows]
        x0 = max(self.x0, first - APART) if _is_rare(left) else self.x0
        x1 = self.x1
        if rows and self.text_x1 < self.x1 and _is_rare(right):
            table = [line for line in lines if rows[0].number <= line.number <= rows[-1].number]
            ends = [self._beside(line, last + APART, x1, _LONGEST_MARK) for line in table]
            x1 = min([x1, *(cell.x0 - 1e-6 for cell in ends if cell)])
        return replace(self, x0=x0, x1=x1)

    def _is_own(self, cell: Cell) -> bool:
        columns = self.money if cell.money else self.dates if cell.date else ()
        return column_for(columns, cell) is not None

    @staticmethod
    def _beside(line: TypedLine, x0: float, x1: float, longer: int) -> Cell | None:
        """The first cell between ``x0`` and ``x1`` that is ``longer`` than so many letters."""
        if x1 < line.x0 or line.x1 < x0:
            return None
        for cell in line.cells:
            if x0 <= cell.x0 and cell.x1 <= x1 and len(cell.text) > longer:
                return cell
        return None

    @property
    def roles(self) -> frozenset[Role]:
        """All roles of date and money columns."""
        return frozenset(column.role for column in (*self.dates, *self.money))


def _is_rare(cells: Sequence[Cell | None]) -> bool:
    """Whether few rows have something there."""
    return sum(cell is not None for cell in cells) <= _RARE * len(cells)
