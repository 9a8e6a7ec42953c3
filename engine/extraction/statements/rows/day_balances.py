"""Days announced with their balance above rows that print neither, as apps lay movements out.

"Tuesday 30 September 2025 … Balance £2,683.61" is the heading of a day: its balance is that at
the end of the day, and none of the movements.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec import structs

from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import Cell, TypedLine

_LEAST: Final = 2
"""Days from which such lines are headings."""

_MOSTLY: Final = 0.75
"""Share of them that a movement without a date follows, at least."""


def without_day_balances(lines: Sequence[TypedLine]) -> list[TypedLine]:
    """``lines`` from the first such heading on, which say their day alone; all without any."""
    headings = {line.number: day for line in lines if (day := _day_with_balance(line)) is not None}
    above = sum(a.number in headings and _is_undated(b) for a, b in pairwise(lines))
    if len(headings) < _LEAST or above < _MOSTLY * len(headings):
        return list(lines)
    first = min(headings)
    return [_with_day(line, headings.get(line.number)) for line in lines if line.number >= first]


def _day_with_balance(line: TypedLine) -> Cell | None:
    """The day of a line that says it, that there is a balance, which one, and nothing else."""
    if len(line.cells) < 2 or line.cells[0].date is None or line.cells[0].date.year is None:
        return None
    *labels, last = line.cells[1:]
    if last.money is None or any(cell.date or cell.money for cell in labels):
        return None
    label = " ".join(cell.text for cell in labels)
    is_balance = role_of(label) == "balance" or figure_of(label) in {"closing", "dated"}
    return line.cells[0] if label and is_balance else None


def _is_undated(line: TypedLine) -> bool:
    return line.has("money") and not line.has("date")


def _with_day(line: TypedLine, day: Cell | None) -> TypedLine:
    return line if day is None else structs.replace(line, cells=(day,))
