"""One column of a table: what it holds and where its cells stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.lines.cells import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds and the stretch across the page where its cells stand."""

    role: Role
    x0: float
    x1: float

    def holds(self, cell: Cell) -> bool:
        """Whether ``cell`` stands mostly inside the column."""
        shared = min(self.x1, cell.x1) - max(self.x0, cell.x0)
        return shared >= 0.5 * min(self.x1 - self.x0, cell.x1 - cell.x0)


def column_for(columns: Sequence[Column], cell: Cell) -> Column | None:
    """The column of ``columns`` that ``cell`` stands in, if any."""
    x0, x1 = cell.x0, cell.x1
    for column in columns:
        if column.x0 <= x0 and x1 <= column.x1:
            return column
        if x0 <= column.x1 and x1 >= column.x0 and column.holds(cell):
            return column
    return None
