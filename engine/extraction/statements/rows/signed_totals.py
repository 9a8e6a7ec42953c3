"""Totals below rows that say which way these go: plain cheques, and their sum with a minus.

The sum proves that the rows belong to it; its sign is theirs.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.growing import OpenRow
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.table import Row

_PAID: Final = frozenset({"-", "()", "DR"})


def first_row_of_total(
    part: Part, rows: Sequence[Row], opened: OpenRow | None, starts: Collection[int]
) -> int | None:
    """The first of the plain rows above a line that is their total, with a minus.

    None where the line is no such total.

    Args:
        part: the line.
        rows: the rows so far.
        opened: the row after them that is not ended, if there is one.
        starts: numbers of rows with which a table begins, of which it must be one.
    """
    total = _signed_total(part)
    if total is None or (opened is not None and not opened.is_complete):
        return None
    own = [_plain_size(opened.money, opened.late_mark, opened.section)] if opened else []
    above = (_plain_size(row.money, row.late_mark, row.section) for row in reversed(rows))
    return _first_of_sum(total, chain(own, above), len(rows) + len(own), starts)


def _signed_total(part: Part) -> Decimal | None:
    """The amount of a line that has no date, names something, and is marked as paid."""
    cell = part.money.get("amount")
    if part.dates or not part.label or len(part.money) != 1 or cell is None:
        return None
    return cell.money.value if cell.money is not None and cell.money.mark in _PAID else None


def _plain_size(
    money: Mapping[Role, Cell], mark: str | None, section: str | None
) -> Decimal | None:
    """A row's amount if nothing at it says which way it goes."""
    cell = money.get("amount")
    if cell is None or cell.money is None or cell.money.mark or mark or section:
        return None
    return cell.money.value


def _first_of_sum(
    total: Decimal, sizes: Iterable[Decimal | None], rows: int, starts: Collection[int]
) -> int | None:
    """The first of the last rows that make ``total``; None where they do not.

    Args:
        total: their printed sum.
        sizes: the rows' plain amounts from the last one up, None for those that say which way
            they go; only as many are looked at as make the sum.
        rows: how many rows there are.
        starts: numbers of rows with which a table begins, of which it must be one.
    """
    left, first = total, rows
    for size in sizes:
        if size is None:
            return None
        first, left = first - 1, left - size
        if left <= 0:
            return first if not left and first in starts else None
    return None
