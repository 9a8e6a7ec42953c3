"""Columns of a table: what each holds and where its cells stand, learned over all pages at once.

A header names columns; the cells themselves say how far each reaches. Without a header the cells'
alignment makes the columns and arithmetic names them: a balance moves by the amount beside it.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.extraction.statements.cells import Cell, TypedLine
from engine.extraction.statements.headers import Head
from engine.extraction.statements.heads import DATE_ROLES, Role

_ALIGNED = 0.008
"""Page widths within which two edges are one edge."""

_REACH = 0.07
"""Page widths from a head to its cells, at most."""

_BESIDE = 0.02
"""What standing beside a head costs more than standing under it, in page widths."""

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
    return next((column for column in columns if column.holds(cell)), None)


def learn_layout(
    heads: Sequence[Head], lines: Sequence[TypedLine], x0: float, x1: float
) -> Layout | None:
    """The layout that ``heads`` announce, with places learned from ``lines`` below them.

    None when no amount stands under the heads.
    """
    inside = [cell for line in lines for cell in line.cells if x0 <= cell.x0 < x1]
    money = _money_columns(heads, inside)
    if not money:
        return None
    rows = [line for line in lines if _has_cell_in(line, money)]
    days = [cell for line in rows for cell in line.cells if cell.date and x0 <= cell.x0 < x1]
    dates = _more_dates(_date_columns(heads, days), rows, x0, x1)
    texts = tuple(_text_columns(heads, inside))
    return _with_text_zone(dates, money, texts, lines, x0, x1)


def _more_dates(
    dates: tuple[Column, ...], rows: Sequence[TypedLine], x0: float, x1: float
) -> tuple[Column, ...]:
    """``dates`` and the stacks of leading dates in ``rows`` that the header does not name."""
    if len(dates) >= 2:
        return dates
    leading = [cell for row in rows for cell in _leading_dates(row, x0, x1)]
    stacks = _aligned([cell for cell in leading if not column_for(dates, cell)])
    if not dates:
        roles: tuple[Role, ...] = ("date", "value_date")
        return tuple(Column(r, c.x0, c.x1) for r, c in zip(roles, stacks, strict=False))
    frequent = [c for c in stacks if 2 * sum(map(c.holds, leading)) > len(rows)]
    return (*dates, *(Column("value_date", c.x0, c.x1) for c in frequent[:1]))


def _leading_dates(row: TypedLine, x0: float, x1: float) -> Iterable[Cell]:
    for cell in row.cells:
        if x0 <= cell.x0 < x1:
            if cell.date is None:
                return
            yield cell


def _has_cell_in(line: TypedLine, money: Sequence[Column]) -> bool:
    return any(cell.money and column_for(money, cell) for cell in line.cells)


def infer_layout(lines: Sequence[TypedLine]) -> Layout | None:
    """A layout from alignment alone; None when no columns of amounts are there."""
    rows = [line for line in lines if line.has("money")]
    dated = [
        line for line in rows if line.cells[0].date or (len(line.cells) > 1 and line.has("date"))
    ]
    dates = _more_dates((), dated, 0.0, 1.0)
    if dates:
        rows = [line for line in dated if any(column_for(dates, c) for c in line.cells if c.date)]
    spans = _spans([cell for line in rows for cell in line.cells if cell.money])
    spans = [span for span in spans if not any(_overlap(span, (d.x0, d.x1)) > 0 for d in dates)]
    if not spans:
        return None
    roles = _roles_by_arithmetic(rows, spans)
    money = tuple(Column(role, a, b) for role, (a, b) in zip(roles, spans, strict=True))
    return _with_text_zone(dates, money, (), lines, 0.0, 1.0)


def _date_columns(heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[Column, ...]:
    named = [head for head in heads if head.role in DATE_ROLES]
    reach: dict[int, tuple[float, float]] = {}
    for cell in cells:
        best = min(range(len(named)), key=lambda i: _distance(named[i], cell), default=None)
        if best is not None and _distance(named[best], cell) <= _REACH / 2:
            a, b = reach.get(best, (cell.x0, cell.x1))
            reach[best] = min(a, cell.x0), max(b, cell.x1)
    columns = []
    for index, (a, b) in sorted(reach.items()):
        role = named[index].role
        if role is not None:
            columns.append(Column(role, a, b))
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
    spans = _spans([cell for cell in cells if cell.money])
    named = [head for head in heads if head.role in _MONEY_HEADS]
    columns = []
    for head, span in _paired(named, spans):
        if head.role is not None and head.role != "other":
            columns.append(Column(head.role, *span))
    return tuple(columns)


def _paired(
    heads: Sequence[Head], spans: Sequence[tuple[float, float]]
) -> list[tuple[Head, tuple[float, float]]]:
    """Heads and the stacks of amounts under them, both from left to right, none crossing.

    The pairing with the least distance altogether; a head or a stack may stay alone.
    """
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    for i in range(len(heads) + 1):
        for j in range(len(spans) + 1):
            options: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
            if i:
                options.append(best[i - 1, j])
            if j:
                options.append(best[i, j - 1])
            if i and j:
                gain = _REACH - _span_distance(heads[i - 1], spans[j - 1])
                if gain > 0:
                    before = best[i - 1, j - 1]
                    options.append((before[0] + gain, (*before[1], (i - 1, j - 1))))
            best[i, j] = max(options, key=lambda option: option[0])
    return [(heads[i], spans[j]) for i, j in best[len(heads), len(spans)][1]]


def _text_columns(heads: Sequence[Head], cells: Sequence[Cell]) -> Iterable[Column]:
    for head in heads:
        if head.role in {"reference", "kind", "other"}:
            words = [
                word
                for cell in cells
                if not cell.date and not cell.money
                for word in cell.words
                if _overlap((head.x0, head.x1), (word.x0, word.x1)) > 0.5 * (word.x1 - word.x0)
                or abs(word.x0 - head.x0) <= _ALIGNED
            ]
            if words:
                x0 = min(head.x0, *(word.x0 for word in words))
                x1 = max(head.x1, *(word.x1 for word in words))
                yield Column(head.role or "other", x0, x1)


def _with_text_zone(
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
            starts[round(free[0].x0 / _ALIGNED)] += 1
    left = min((s for s, n in starts.items() if n * 4 >= max(starts.values())), default=None)
    text_x0 = left * _ALIGNED - _ALIGNED if left is not None else x0
    right = min((c.x0 for c in money if c.x0 > text_x0 + 0.02), default=x1)
    return Layout(dates, money, texts, text_x0, right, x0, x1)


def _is_taken(cell: Cell, *columns: Sequence[Column]) -> bool:
    dates, money, texts = columns
    if cell.date and column_for(dates, cell):
        return True
    if cell.money and column_for(money, cell):
        return True
    return column_for(texts, cell) is not None


def _spans(cells: Sequence[Cell]) -> list[tuple[float, float]]:
    """Stretches across the page where amounts are stacked, left to right, not overlapping."""
    edges = Counter(round(cell.x1 / _ALIGNED) for cell in cells)
    spans: list[list[float]] = []
    weights: list[int] = []
    for cell in sorted(cells, key=lambda c: -edges[round(c.x1 / _ALIGNED)]):
        span = cell.x0, cell.x1
        owner = max(range(len(spans)), key=lambda i: _overlap(spans[i], span), default=None)
        if owner is None or _overlap(spans[owner], span) < 0.4 * min(
            cell.x1 - cell.x0, spans[owner][1] - spans[owner][0]
        ):
            spans.append([cell.x0, cell.x1])
            weights.append(1)
        elif edges[round(cell.x1 / _ALIGNED)] > 1 or weights[owner] == 1:
            spans[owner][0] = min(spans[owner][0], cell.x0)
            spans[owner][1] = max(spans[owner][1], cell.x1)
            weights[owner] += 1
    return sorted((span[0], span[1]) for span in spans)


def _aligned(cells: Sequence[Cell]) -> list[Column]:
    """At most two stretches where dates are stacked by their left edges, left to right."""
    edges = Counter(round(cell.x0 / _ALIGNED) for cell in cells)
    columns: list[Column] = []
    for edge, count in edges.most_common(4):
        if count * 2 < max(edges.values()) or len(columns) == 2:
            break
        stack = [c for c in cells if abs(round(c.x0 / _ALIGNED) - edge) <= 1]
        column = Column("date", min(c.x0 for c in stack), max(c.x1 for c in stack))
        if not any(column.x0 < c.x1 and c.x0 < column.x1 for c in columns):
            columns.append(column)
    return sorted(columns, key=lambda column: column.x0)


def _roles_by_arithmetic(
    rows: Sequence[TypedLine], spans: Sequence[tuple[float, float]]
) -> list[Role]:
    """Names for columns of amounts: the naming under which most balances follow."""
    table = [
        [next((c.money.value for c in row.cells if c.money and _overlap(s, (c.x0, c.x1)) > 0), None)
         for s in spans]
        for row in rows
    ]  # fmt: skip
    count = len(spans)
    plans: list[list[Role]] = [["amount"] * count]
    if count >= 2:
        plans.append(["amount"] * (count - 1) + ["balance"])
        if _exclusive(table, count - 2, count - 1):
            plans.append(["amount"] * (count - 2) + ["debit", "credit"])
    if count >= 3 and _exclusive(table, count - 3, count - 2):
        plans.append(["amount"] * (count - 3) + ["debit", "credit", "balance"])
    return max(plans, key=lambda plan: (_followed(table, plan), plans.index(plan)))


def _exclusive(table: Sequence[Sequence[Decimal | None]], a: int, b: int) -> bool:
    """Whether hardly any row has amounts in both columns."""
    both = sum(row[a] is not None and row[b] is not None for row in table)
    return both * 10 <= len(table)


def _followed(table: Sequence[Sequence[Decimal | None]], plan: Sequence[Role]) -> int:
    """How many printed balances differ from the one before by the amount between them."""
    if "balance" not in plan:
        return 0
    at = plan.index("balance")
    count = 0
    for before, row in itertools.pairwise(table):
        first, second = before[at], row[at]
        if first is None or second is None:
            continue
        steps = {row[i] for i in range(at)} | {before[i] for i in range(at)}
        count += abs(second - first) in steps or second + first in steps
    return count


def _distance(head: Head, cell: Cell) -> float:
    return _span_distance(head, (cell.x0, cell.x1))


def _span_distance(head: Head, span: tuple[float, float]) -> float:
    """0 where they overlap well, else how far the nearest like edges are apart."""
    middle = abs((head.x0 + head.x1) - (span[0] + span[1])) / 2
    edges = min(abs(head.x0 - span[0]), abs(head.x1 - span[1]), middle)
    shared = _overlap((head.x0, head.x1), span)
    if shared > 0:
        return min(edges, 0.5 * max(0.0, min(head.x1 - head.x0, span[1] - span[0]) - shared))
    return _BESIDE - shared


def _overlap(a: Sequence[float], b: Sequence[float]) -> float:
    return min(a[1], b[1]) - max(a[0], b[0])
