"""Columns of a table under a header: what each holds and where its cells stand, over all pages.

A header names columns; the cells themselves say how far each reaches.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.extraction.statements.columns.headers import Head
from engine.extraction.statements.columns.heads import DATE_ROLES, Role
from engine.extraction.statements.columns.pairing import REACH, paired, span_distance
from engine.extraction.statements.columns.stacks import (
    ALIGNED,
    dominant,
    leading_stacks,
    overlap,
    stacks_of,
    standing_free,
)
from engine.extraction.statements.lines.cells import Cell, TypedLine

_MONEY_HEADS: frozenset[Role | None] = frozenset(
    {"debit", "credit", "amount", "balance", "foreign", "other", None}
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds and the stretch across the page where its cells stand."""

    role: Role
    x0: float
    x1: float

    def holds(self, cell: Cell) -> bool:
        """Whether ``cell`` stands mostly inside the column."""
        if cell.x0 > self.x1 or cell.x1 < self.x0:
            return False
        shared = min(self.x1, cell.x1) - max(self.x0, cell.x0)
        return shared >= 0.5 * min(self.x1 - self.x0, cell.x1 - cell.x0)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table.

    ``texts`` are columns beside the description (references, kinds); the description itself is
    all other text between ``text_x0`` and ``text_x1``. ``x0`` and ``x1`` bound the panel.
    """

    dates: tuple[Column, ...]
    money: tuple[Column, ...]
    texts: tuple[Column, ...]
    text_x0: float
    text_x1: float
    x0: float = 0.0
    x1: float = 1.0

    @property
    def roles(self) -> frozenset[Role]:
        """All roles of date and money columns."""
        return frozenset(column.role for column in (*self.dates, *self.money))


def column_for(columns: Sequence[Column], cell: Cell) -> Column | None:
    """The column of ``columns`` that ``cell`` stands in, if any."""
    for column in columns:
        if column.holds(cell):
            return column
    return None


def learn_layout(
    heads: Sequence[Head], lines: Sequence[TypedLine], x0: float, x1: float
) -> Layout | None:
    """The layout that ``heads`` announce, with places learned from ``lines`` below them.

    None when no amount stands under the heads.
    """
    inside = [cell for line in lines for cell in line.cells if x0 <= cell.x0 < x1]
    money = _money_columns(heads, standing_free(lines, x0, x1))
    if not money:
        return None
    rows = [line for line in lines if _has_cell_in(line, money)]
    days = [cell for line in rows for cell in line.cells if cell.date and x0 <= cell.x0 < x1]
    dates = date_columns_of(_date_columns(heads, days), rows, x0, x1)
    texts = tuple(_text_columns(heads, inside))
    return with_text_zone(dates, money, texts, lines, x0, x1)


def date_columns_of(
    dates: tuple[Column, ...], rows: Sequence[TypedLine], x0: float, x1: float
) -> tuple[Column, ...]:
    """``dates`` and the stacks of leading dates in ``rows`` that the header does not name."""
    if len(dates) >= 2:
        return dates
    leading = [cell for row in rows for cell in _leading_dates(row, x0, x1)]
    stacks = leading_stacks([cell for cell in leading if not column_for(dates, cell)])
    if not dates:
        roles: tuple[Role, ...] = ("date", "value_date")
        return tuple(Column(r, *stack) for r, stack in zip(roles, stacks, strict=False))
    more = [Column("value_date", *stack) for stack in stacks]
    return (*dates, *[c for c in more if 2 * sum(map(c.holds, leading)) > len(rows)][:1])


def _leading_dates(row: TypedLine, x0: float, x1: float) -> Iterable[Cell]:
    for cell in row.cells:
        if x0 <= cell.x0 < x1:
            if cell.date is None:
                return
            yield cell


def _has_cell_in(line: TypedLine, money: Sequence[Column]) -> bool:
    return any(cell.money and column_for(money, cell) for cell in line.cells)


def _date_columns(heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[Column, ...]:
    named = [head for head in heads if head.role in DATE_ROLES]
    under: dict[int, list[Cell]] = {}
    for cell in cells:
        best = min(range(len(named)), key=lambda i: _distance(named[i], cell), default=None)
        if best is not None and _distance(named[best], cell) <= REACH / 2:
            under.setdefault(best, []).append(cell)
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


def _money_columns(heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[Column, ...]:
    spans = stacks_of(cells)
    named = [head for head in heads if head.role in _MONEY_HEADS]
    columns = []
    for head, span in paired(named, spans):
        if head.role is not None and head.role != "other":
            columns.append(Column(head.role, *span))
    return tuple(columns)


def _text_columns(heads: Sequence[Head], cells: Sequence[Cell]) -> Iterable[Column]:
    for head in heads:
        if head.role in {"reference", "kind", "other"}:
            words = [
                word
                for cell in cells
                if not cell.date and not cell.money
                for word in cell.words
                if overlap((head.x0, head.x1), (word.x0, word.x1)) > 0.5 * (word.x1 - word.x0)
                or abs(word.x0 - head.x0) <= ALIGNED
            ]
            if words:
                x0 = min(head.x0, *(word.x0 for word in words))
                x1 = max(head.x1, *(word.x1 for word in words))
                yield Column(head.role or "other", x0, x1)


def with_text_zone(
    dates: tuple[Column, ...],
    money: tuple[Column, ...],
    texts: tuple[Column, ...],
    lines: Sequence[TypedLine],
    x0: float,
    x1: float,
) -> Layout:
    """The layout with the zone of descriptions: where text begins in lines that hold amounts."""
    starts: Counter[int] = Counter()
    for line in lines:
        inside = [cell for cell in line.cells if x0 <= cell.x0 < x1]
        if not any(cell.money and column_for(money, cell) for cell in inside):
            continue
        if dates and not any(cell.date and column_for(dates, cell) for cell in inside):
            continue
        free = [cell for cell in inside if not _is_taken(cell, dates, money, texts)]
        if free:
            starts[round(free[0].x0 / ALIGNED)] += 1
    left = min((s for s, n in starts.items() if n * 4 >= max(starts.values())), default=None)
    text_x0 = left * ALIGNED - ALIGNED if left is not None else x0
    right = min((c.x0 for c in money if c.x0 > text_x0 + 0.02), default=x1)
    return Layout(dates, money, texts, text_x0, right, x0, x1)


def _is_taken(cell: Cell, *columns: Sequence[Column]) -> bool:
    dates, money, texts = columns
    if cell.date and column_for(dates, cell):
        return True
    if cell.money and column_for(money, cell):
        return True
    return column_for(texts, cell) is not None


def _distance(head: Head, cell: Cell) -> float:
    return span_distance(head, (cell.x0, cell.x1))
