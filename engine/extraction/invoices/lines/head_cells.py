"""The cells of a row under a table's head: each belongs to the column whose head stands nearest."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.lines.columns import Column, Role, TableHead
from engine.extraction.invoices.sheet.amounts import read_amount
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Row, Segment

_REACH: Final = 0.09
"""How far from under its head a cell may stand, in page widths."""


def cells_of(head: TableHead, amounts: Sequence[AmountCandidate]) -> dict[Column, AmountCandidate]:
    """For each column the amount that stands best under its head."""
    best: dict[Column, tuple[float, AmountCandidate]] = {}
    for amount in amounts:
        x0, x1 = amount.x0, amount.x1
        distances = [_distance(column, x0, x1) for column in head.columns]
        distance = min(distances)
        column = head.columns[distances.index(distance)]
        if distance <= _REACH and (column not in best or distance < best[column][0]):
            best[column] = distance, amount
    return {column: amount for column, (_, amount) in best.items()}


def cell_of(
    head: TableHead, cells: dict[Column, AmountCandidate], role: Role
) -> AmountCandidate | None:
    """The cell of the column with that role."""
    column = head.column(role)
    return cells.get(column) if column is not None else None


def _distance(column: Column, x0: float, x1: float) -> float:
    """How far a cell stands from under a head: 0 when their edges or middles meet."""
    left, right = column.x0, column.x1
    edges = min(abs(right - x1), abs(left - x0))
    middles = abs(left + right - x0 - x1) / 2
    apart = max(left, x0) - min(right, x1)
    return min(edges, middles) * 0.5 + max(0.0, apart)


def descriptions_of(
    head: TableHead, row: Row, cells: dict[Column, AmountCandidate]
) -> list[Segment]:
    """Segments of a row that stand in the column of descriptions."""
    column = head.column("description")
    taken = {id(amount.segment) for amount in cells.values()}
    words = [s for s in row.segments if any(len(t) > 1 and t.isalpha() for t in s.tokens)]
    if column is None:
        return [s for s in words if id(s) not in taken]
    right = [
        c.x0
        for c in head.columns
        if c.x0 > column.x1 and c.role in ("quantity", "unit_price", "amount", "net")
    ]
    end = min(right, default=1.0)
    return [s for s in words if s.x0 < end - 0.01 and s.x1 > column.x0 - 0.01]


def tax_rate_of(head: TableHead, row: Row) -> tuple[Decimal, Segment, int] | None:
    """A percentage under the head of taxes, or any with its sign in the row."""
    column = head.column("tax_rate")
    for segment in row.segments:
        for index, word in enumerate(segment.words):
            follows = segment.words[index + 1].text if index + 1 < len(segment.words) else ""
            signed = word.text.endswith("%") or follows == "%"
            under = column is not None and _distance(column, word.x0, word.x1) < 0.02
            if not (under or (signed and column is not None)):
                continue
            amount = read_amount(word.text.rstrip("%"), ",")
            if amount is not None and 0 <= amount.value <= 50 and (signed or under):
                return amount.value, segment, index
    return None
