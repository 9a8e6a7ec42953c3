"""Totals that stand above the rows that they are the sum of, and say which way those go.

Some banks print "total out" and the day's payments below it without any sign. The sum proves that
the rows belong to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from msgspec import structs

from engine.extraction.statements.columns.heads import MONEY_ROLES, Role
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.sections import Section, side_of_total
from engine.extraction.statements.rows.table import Row


@dataclass(frozen=True, slots=True)
class Announced:
    """A total before row ``first`` (of all rows so far): its side and its size."""

    side: Section
    total: Decimal
    first: int

    @classmethod
    def on(cls, part: Part, rows: int) -> "Announced | None":
        """The total that ``part`` announces after ``rows`` rows; None for any other line."""
        side = side_of_total(part.label)
        sizes = _sizes(part.money)
        return cls(side, sizes[0], rows) if side and sizes else None

    def settle(self, rows: list[Row]) -> None:
        """Let the rows since then go the total's way, if they add up to it."""
        own = rows[self.first :]
        if own and sum(size for row in own for size in _sizes(row.money)) == self.total:
            rows[self.first :] = [
                structs.replace(row, section=row.section or self.side) for row in own
            ]


def _sizes(money: Mapping[Role, Cell]) -> list[Decimal]:
    """The amounts among ``money`` that are no balance."""
    cells = [cell for role, cell in money.items() if role in MONEY_ROLES]
    return [cell.money.value for cell in cells if cell.money is not None]
