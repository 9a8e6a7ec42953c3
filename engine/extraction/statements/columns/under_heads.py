"""Columns of a table under a header: what each holds and where its cells stand, over all pages.

A header names columns; the cells themselves say how far each reaches.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from engine.extraction.statements.columns.column import Column, column_for
from engine.extraction.statements.columns.days import date_columns
from engine.extraction.statements.columns.headers import Head
from engine.extraction.statements.columns.heads import DATE_ROLES, Role
from engine.extraction.statements.columns.layout import APART, Layout
from engine.extraction.statements.columns.naming import amounts_by_column, named
from engine.extraction.statements.columns.pairing import REACH, paired
from engine.extraction.statements.columns.stacks import (
    ALIGNED,
    Stretch,
    begins_between,
    look_like_amounts,
    overlap,
    stacks_of,
    standing_free,
    standing_in,
)
from engine.extraction.statements.columns.text_zone import with_text_zone
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.reading.page import Word

_MONEY_HEADS: Final[frozenset[Role | None]] = frozenset(
    {"debit", "credit", "amount", "principal", "balance", "foreign", "other", None}
)

_BESIDE_TEXT: Final[frozenset[Role | None]] = frozenset({"reference", "kind", "other"})

_RARELY: Final = 0.05
"""Share of a column's amounts under which a sign is an exception."""

_LEAST_FULL: Final = 3
_FULL_SHARE: Final = 0.04
"""Share of a table's lines with an amount from which one without a head is a column."""


def learn_layout(
    heads: Sequence[Head], lines: Sequence[TypedLine], x0: float, x1: float
) -> Layout | None:
    """The layout that ``heads`` announce, with places learned from ``lines`` below them.

    None when no amount stands under the heads.
    """
    money = _money_columns(heads, lines, x0, x1)
    if not money:
        return None
    rows = [line for line in lines if _has_cell_in(line, money)]
    dates = date_columns(heads, rows, lines, x0, x1)
    edge = _left_edge(heads, dates)
    if begins_between(lines, x0, edge):
        return learn_layout(heads, lines, edge, x1)
    texts = tuple(_text_columns(heads, lines, x0, x1))
    return with_text_zone(dates, money, texts, lines, x0, x1).within(lines)


def _left_edge(heads: Sequence[Head], dates: Sequence[Column]) -> float:
    """Where a table begins whose first column holds dates; 0 where it is another."""
    if heads[0].role not in DATE_ROLES or not dates:
        return 0.0
    return min(heads[0].x0, *(column.x0 for column in dates)) - APART


def _has_cell_in(line: TypedLine, money: Sequence[Column]) -> bool:
    for cell in line.cells:
        if cell.money is not None and column_for(money, cell) is not None:
            return True
    return False


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
    chosen = zip(roles, spans, hints, strict=True)
    return tuple(
        Column(role, *span)
        for role, span, hint in chosen
        if role != "other" or hint in {"amount", "balance"}
    )


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
    own = [cell.money for cell in standing_in(span, cells) if cell.money]
    paid = sum(money.mark in {"-", "()", "DR"} for money in own)
    is_mixed = min(paid, len(own) - paid) > _RARELY * len(own)
    return ["amount" if is_mixed and i == sides[0] else hint for i, hint in enumerate(hints)]


def _is_of_dates(span: Stretch, cells: Sequence[Cell]) -> bool:
    """Whether figures that may be amounts or dates (12.05) are all dates."""
    own = standing_in(span, cells)
    return len(own) >= _LEAST_FULL and all(cell.date is not None for cell in own)


def _is_full(span: Stretch, cells: Sequence[Cell], lines: int) -> bool:
    """Whether amounts without a known head are many enough to make a column."""
    own = standing_in(span, cells)
    is_full = len(own) >= _LEAST_FULL and len(own) > _FULL_SHARE * lines
    return is_full and look_like_amounts(own)


def _text_columns(
    heads: Sequence[Head], lines: Sequence[TypedLine], x0: float, x1: float
) -> Iterable[Column]:
    if _BESIDE_TEXT.isdisjoint([head.role for head in heads]):
        return
    inside = [cell for line in lines for cell in line.cells if x0 <= cell.x0 < x1]
    free = [cell for cell in inside if not cell.date and not cell.money]
    for index, head in enumerate(heads):
        if head.role in _BESIDE_TEXT:
            words = [
                word
                for cell in free
                for word in cell.words
                if overlap((head.x0, head.x1), (word.x0, word.x1)) > 0.5 * (word.x1 - word.x0)
                or abs(word.x0 - head.x0) <= ALIGNED
            ] or _words_before_description(heads, index, free)
            if words:
                x0 = min(head.x0, *(word.x0 for word in words))
                x1 = max(head.x1, *(word.x1 for word in words))
                yield Column(head.role or "other", x0, x1)


def _words_before_description(
    heads: Sequence[Head], index: int, cells: Sequence[Cell]
) -> list[Word]:
    """Words that are stacked before a description's own stack, under a head that stands oddly.

    ``index`` is the head's; the next one is the description's.
    """
    following = heads[index + 1] if index + 1 < len(heads) else None
    if following is None or following.role != "description" or not index:
        return []
    described = sum(abs(cell.x0 - following.x0) <= ALIGNED for cell in cells)
    before = [
        cell for cell in cells if heads[index - 1].x0 < cell.x0 and cell.x1 < following.x0 - ALIGNED
    ]
    edges = Counter(round(cell.x0 / ALIGNED) for cell in before)
    edge, count = edges.most_common(1)[0] if edges else (0, 0)
    stack = [cell for cell in before if abs(round(cell.x0 / ALIGNED) - edge) <= 1]
    if described < _LEAST_FULL or 3 * count < described or not _reaches(stack, heads[index]):
        return []
    return [word for cell in stack for word in cell.words]


def _reaches(stack: Sequence[Cell], head: Head) -> bool:
    return any(cell.x1 > head.x0 for cell in stack)
