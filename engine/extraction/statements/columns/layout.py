"""Columns of a table under a header: what each holds and where its cells stand, over all pages.

A header names columns; the cells themselves say how far each reaches.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engine.extraction.statements.columns.column import Column, column_for
from engine.extraction.statements.columns.days import date_columns
from engine.extraction.statements.columns.headers import Head
from engine.extraction.statements.columns.heads import DATE_ROLES, Role
from engine.extraction.statements.columns.naming import amounts_by_column, named
from engine.extraction.statements.columns.pairing import REACH, paired
from engine.extraction.statements.columns.stacks import (
    ALIGNED,
    Stretch,
    look_like_amounts,
    overlap,
    stacks_of,
    standing_free,
)
from engine.extraction.statements.columns.word_columns import (
    beside_description,
    stretches_right_of,
)
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.reading.page import Word

_MONEY_HEADS: frozenset[Role | None] = frozenset(
    {"debit", "credit", "amount", "balance", "foreign", "other", None}
)


_OVER = 0.03
"""Page widths by which a description may reach into the next column."""

_APART = 0.015
"""Page widths that part a table from what stands beside it, at least."""

_LONGEST_MARK = 3
"""Letters of a mark that may stand beside amounts (CR, OD)."""

_RARE = 0.4
"""Share of a table's rows under which something beside them is no part of it."""

_RARELY = 0.05
"""Share of a column's amounts under which a sign is an exception."""

_LEAST_FULL = 3
_FULL_SHARE = 0.04
"""Share of a table's lines with an amount from which one without a head is a column."""


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
        return any(a <= word.x0 < b for a, b in self._stretches)

    def ends(self, word: Word) -> bool:
        """Whether ``word`` ends where descriptions do."""
        return any(a <= word.x0 and word.x1 <= b + _OVER for a, b in self._stretches)

    @property
    def _stretches(self) -> tuple[Stretch, ...]:
        return ((self.text_x0, self.text_x1), *self.more)

    def within(self, lines: Sequence[TypedLine]) -> "Layout":
        """The same, ending where ``lines`` hardly ever go on beside its rows.

        What stands there is another block of the page: a summary, an advertisement.
        """
        columns = (*self.dates, *self.money)
        if not columns:
            return self
        rows = [line for line in lines if any(map(self._is_own, line.cells))]
        first = min(self.text_x0, *(column.x0 for column in columns))
        last = max(column.x1 for column in columns)
        left = [self._beside(line, self.x0, first - _APART, 0) for line in rows]
        right = [self._beside(line, last + _APART, self.x1, _LONGEST_MARK) for line in rows]
        x0 = max(self.x0, first - _APART) if _is_rare(left) else self.x0
        x1 = self.x1
        if rows and self.text_x1 < self.x1 and _is_rare(right):
            table = [line for line in lines if rows[0].number <= line.number <= rows[-1].number]
            ends = [self._beside(line, last + _APART, x1, _LONGEST_MARK) for line in table]
            x1 = min([x1, *(cell.x0 - 1e-6 for cell in ends if cell)])
        return replace(self, x0=x0, x1=x1)

    def _is_own(self, cell: Cell) -> bool:
        columns = self.money if cell.money else self.dates if cell.date else ()
        return column_for(columns, cell) is not None

    @staticmethod
    def _beside(line: TypedLine, x0: float, x1: float, longer: int) -> Cell | None:
        """The first cell between ``x0`` and ``x1`` that is ``longer`` than so many letters."""
        for cell in line.cells:
            if x0 <= cell.x0 and cell.x1 <= x1 and len(cell.text) > longer:
                return cell
        return None

    @property
    def roles(self) -> frozenset[Role]:
        """All roles of date and money columns."""
        return frozenset(column.role for column in (*self.dates, *self.money))


def learn_layout(
    heads: Sequence[Head], lines: Sequence[TypedLine], x0: float, x1: float
) -> Layout | None:
    """The layout that ``heads`` announce, with places learned from ``lines`` below them.

    None when no amount stands under the heads.
    """
    inside = [cell for line in lines for cell in line.cells if x0 <= cell.x0 < x1]
    money = _money_columns(heads, lines, x0, x1)
    if not money:
        return None
    rows = [line for line in lines if _has_cell_in(line, money)]
    dates = date_columns(heads, rows, lines, x0, x1)
    edge = _left_edge(heads, dates)
    if edge > x0 and any(x0 <= cell.x0 < edge for cell in inside):
        return learn_layout(heads, lines, edge, x1)
    texts = tuple(_text_columns(heads, inside))
    return with_text_zone(dates, money, texts, lines, x0, x1).within(lines)


def _left_edge(heads: Sequence[Head], dates: Sequence[Column]) -> float:
    """Where a table begins whose first column holds dates; 0 where it is another."""
    if heads[0].role not in DATE_ROLES or not dates:
        return 0.0
    return min(heads[0].x0, *(column.x0 for column in dates)) - _APART


def _has_cell_in(line: TypedLine, money: Sequence[Column]) -> bool:
    return any(cell.money and column_for(money, cell) for cell in line.cells)


def _money_columns(
    heads: Sequence[Head], lines: Sequence[TypedLine], x0: float, x1: float
) -> tuple[Column, ...]:
    """Columns of amounts, named by their heads unless the balances say otherwise."""
    free = standing_free(lines, x0, x1)
    spans = [span for span in stacks_of(free) if not _is_of_dates(span, free)]
    named_heads = [head for head in heads if head.role in _MONEY_HEADS]
    under = {span: head.role for head, span in paired(named_heads, spans)}
    filled = sum(line.has("money") for line in lines)
    spans = [span for span in spans if under.get(span) or _is_full(span, free, filled)]
    hints = _with_both_sides([under.get(span) for span in spans], spans, free, named_heads)
    roles = named(amounts_by_column(lines, spans), hints)
    chosen = zip(roles, spans, strict=True)
    return tuple(Column(role, *span) for role, span in chosen if role != "other")


def _is_rare(cells: Sequence[Cell | None]) -> bool:
    """Whether few rows have something there."""
    return sum(cell is not None for cell in cells) <= _RARE * len(cells)


def _with_both_sides(
    hints: Sequence[Role | None],
    spans: Sequence[Stretch],
    cells: Sequence[Cell],
    heads: Sequence[Head],
) -> list[Role | None]:
    """The hints where one column stands under two heads: "paid / received", its signs say which.

    A head of the other side that stands far off has a column of its own, be it empty.
    """
    sides = [index for index, hint in enumerate(hints) if hint in {"debit", "credit"}]
    if len(sides) != 1 or "amount" in hints:
        return list(hints)
    span = spans[sides[0]]
    others = {"debit", "credit"} - {hints[sides[0]]}
    if any(head.role in others and overlap(span, (head.x0, head.x1)) <= -REACH for head in heads):
        return list(hints)
    own = [cell.money for cell in cells if cell.money and overlap(span, (cell.x0, cell.x1)) > 0]
    paid = sum(money.mark in {"-", "()", "DR"} for money in own)
    is_mixed = min(paid, len(own) - paid) > _RARELY * len(own)
    return ["amount" if is_mixed and i == sides[0] else hint for i, hint in enumerate(hints)]


def _is_of_dates(span: Stretch, cells: Sequence[Cell]) -> bool:
    """Whether figures that may be amounts or dates (12.05) are all dates."""
    own = [cell.date for cell in cells if overlap(span, (cell.x0, cell.x1)) > 0]
    return len(own) >= _LEAST_FULL and all(own)


def _is_full(span: Stretch, cells: Sequence[Cell], lines: int) -> bool:
    """Whether amounts without a known head are many enough to make a column."""
    own = [cell for cell in cells if overlap(span, (cell.x0, cell.x1)) > 0]
    is_full = len(own) >= _LEAST_FULL and len(own) > _FULL_SHARE * lines
    return is_full and look_like_amounts(own)


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
    """The layout with the zone of descriptions: where text begins in lines that begin rows."""
    rows = [[cell for cell in line.cells if x0 <= cell.x0 < x1] for line in lines]
    after = dates[0].x0 if dates and _has_text_after(rows, dates, money, texts) else x0
    rows = [[cell for cell in cells if cell.x0 >= after] for cells in rows]
    dated = [cells for cells in rows if any(c.date and column_for(dates, c) for c in cells)]
    paid = [cells for cells in rows if any(c.money and column_for(money, c) for c in cells)]
    free = [[c for c in cells if not _is_taken(c, dates, money)] for cells in dated or paid]
    texts = beside_description(texts, free)
    starts = _text_starts(dated, dates, money, texts) or _text_starts(paid, dates, money, texts)
    left = min((s for s, n in starts.items() if n * 4 >= max(starts.values())), default=None)
    text_x0 = left * ALIGNED - ALIGNED if left is not None else x0
    right = min((c.x0 for c in (*money, *dates) if c.x0 > text_x0 + 0.02), default=x1)
    more = stretches_right_of(right, (*dates, *money, *texts), free, x1)
    return Layout(dates, money, texts, text_x0, right, x0, x1, more)


def _has_text_after(
    rows: Sequence[Sequence[Cell]],
    dates: Sequence[Column],
    money: Sequence[Column],
    texts: Sequence[Column],
) -> bool:
    """Whether most dated rows have text right of their date and left of their amounts."""
    dated = [cells for cells in rows if any(c.date and column_for(dates, c) for c in cells)]
    end = max((column.x0 for column in money), default=1.0)
    own = sum(
        any(dates[0].x1 <= c.x0 < end and not _is_taken(c, dates, money, texts) for c in cells)
        for cells in dated
    )
    return 2 * own > len(dated)


def _text_starts(
    rows: Sequence[Sequence[Cell]],
    dates: Sequence[Column],
    money: Sequence[Column],
    texts: Sequence[Column],
) -> Counter[int]:
    """Where the first text of each row begins; a row's number and a time of day are none."""
    starts: Counter[int] = Counter()
    for cells in rows:
        free = [cell for cell in cells if not _is_taken(cell, dates, money, texts)]
        words = [cell for cell in free if not (cell.is_counter or cell.is_clock)] or free
        if words:
            starts[round(words[0].x0 / ALIGNED)] += 1
    return starts


def _is_taken(
    cell: Cell, dates: Sequence[Column], money: Sequence[Column], texts: Sequence[Column] = ()
) -> bool:
    if cell.date and column_for(dates, cell):
        return True
    if cell.money and column_for(money, cell):
        return True
    return column_for(texts, cell) is not None
