"""Columns of dates: under the heads that name them, else where dates are stacked.

Rows usually begin with their date; where amounts stand on the last line of a row, or dates beside
the amounts, stacks of dates elsewhere count.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from engine.extraction.statements.columns.column import Column, column_for
from engine.extraction.statements.columns.headers import Head
from engine.extraction.statements.columns.heads import DATE_ROLES, Role
from engine.extraction.statements.columns.pairing import REACH, span_distance
from engine.extraction.statements.columns.stacks import Stretch, dominant, leading_stacks
from engine.extraction.statements.lines.cells import Cell, TypedLine

_RARE: Final = 0.3
"""Share of the rows with a date under which dates elsewhere are looked for."""


def date_columns(
    heads: Sequence[Head],
    rows: Sequence[TypedLine],
    lines: Sequence[TypedLine],
    x0: float,
    x1: float,
) -> tuple[Column, ...]:
    """The columns of dates between ``x0`` and ``x1``: at most one of each role.

    Args:
        heads: the table's heads; none where it has no header.
        rows: its lines that have an amount.
        lines: all its lines.
        x0: the left end of the table's panel.
        x1: the right end.
    """
    found = _named_columns(heads, _dates_in(rows, x0, x1))
    leading = [cell for row in rows for cell in _leading_dates(row, x0, x1)]
    if not found and len(leading) < _RARE * len(rows):
        found = _named_columns(heads, _dates_in(lines, x0, x1))
        leading = max((leading, *_elsewhere(rows, lines, x0, x1)), key=_support)
    columns = _with_stacks(found, leading, len(rows))
    is_named = any(head.role == "date" for head in heads)
    return columns if is_named else _first_as_date(columns)


def _first_as_date(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns where no head says which is the main date: it is the first one of two."""
    if len(columns) != 2 or columns[0].x0 < columns[1].x0:
        return columns
    second, first = columns
    return Column("date", first.x0, first.x1), Column("value_date", second.x0, second.x1)


def _dates_in(lines: Sequence[TypedLine], x0: float, x1: float) -> list[Cell]:
    return [cell for line in lines for cell in line.cells if cell.date and x0 <= cell.x0 < x1]


def _with_stacks(
    dates: tuple[Column, ...], leading: Sequence[Cell], rows: int
) -> tuple[Column, ...]:
    """``dates`` and the stacks of dates that the header does not name."""
    if len(dates) >= 2:
        return dates
    stacks = leading_stacks([cell for cell in leading if not column_for(dates, cell)])
    if not dates:
        roles: tuple[Role, ...] = ("date", "value_date")
        return tuple(Column(r, *stack) for r, stack in zip(roles, stacks, strict=False))
    more = [Column("value_date", *stack) for stack in stacks]
    return (*dates, *[c for c in more if 2 * sum(map(c.holds, leading)) > rows][:1])


def _elsewhere(
    rows: Sequence[TypedLine], lines: Sequence[TypedLine], x0: float, x1: float
) -> Iterable[list[Cell]]:
    """Dates that begin lines without an amount, and dates anywhere in lines with one."""
    yield [cell for line in lines for cell in _leading_dates(line, x0, x1)]
    yield _dates_in(rows, x0, x1)


def _support(cells: Sequence[Cell]) -> int:
    """How many of ``cells`` stand in their largest stack."""
    return len(dominant(cells)) if cells else 0


def _leading_dates(row: TypedLine, x0: float, x1: float) -> Iterable[Cell]:
    """The dates with which a line begins; the row's number may stand before them."""
    is_first = True
    for cell in row.cells:
        if x0 <= cell.x0 < x1:
            if cell.date is not None:
                yield cell
            elif not (is_first and cell.is_counter):
                return
            is_first = False


def _named_columns(heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[Column, ...]:
    named = [head for head in heads if head.role in DATE_ROLES]
    if not named:
        return ()
    nearest: dict[Stretch, int | None] = {}
    under: dict[int, list[Cell]] = {}
    for cell in cells:
        place = cell.x0, cell.x1
        if place not in nearest:
            distance, best = min((span_distance(head, place), i) for i, head in enumerate(named))
            nearest[place] = best if distance <= REACH / 2 else None
        own = nearest[place]
        if own is not None:
            under.setdefault(own, []).append(cell)
    columns = []
    for index, stack in sorted(under.items()):
        role = named[index].role
        kept = dominant(stack)
        if role is not None:
            columns.append(Column(role, min(c.x0 for c in kept), max(c.x1 for c in kept)))
    return tuple(_one_main_date(columns))


def _one_main_date(columns: list[Column]) -> list[Column]:
    """The same columns with at most one of each role; the first of two equal ones is the date."""
    seen: set[Role] = set()
    order: tuple[Role, ...] = ("date", "post_date", "value_date")
    result = []
    for column in columns:
        role = column.role
        if role in seen:
            role = next((r for r in order if r not in seen), role)
        seen.add(role)
        result.append(Column(role, column.x0, column.x1))
    if "date" not in seen and result:
        first = next((c for c in result if c.role == "post_date"), result[0])
        result[result.index(first)] = Column("date", first.x0, first.x1)
    return result
