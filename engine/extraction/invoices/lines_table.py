"""The lines of an invoice: rows under a table's head, with the words that wrap under them.

Cells belong to the column whose head stands nearest over them. Sums, carried-forward lines and
whatever follows them are not items.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.candidates import (
    AmountCandidate,
    Candidates,
    has_cents,
    read_amount,
)
from engine.extraction.invoices.columns import Column, Role, TableHead, find_heads
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Row, Segment, Sheet

_ENDS: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax", "weak_total"})
_HEADED: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax"})
_SKIPS: Final[frozenset[Label]] = frozenset({"balance_before"})
_MOST_SUM_WORDS: Final = 3
_AMOUNTS: Final[frozenset[Role]] = frozenset({"net", "amount", "gross"})
_REACH: Final = 0.09
_GAP_PITCHES: Final = 9.0
"""Rows without anything between two items after which the table has ended."""


@dataclass(eq=False, slots=True)
class Item:
    """One line of the table; cells as they were found."""

    row: Row
    amount: AmountCandidate
    quantity: AmountCandidate | None = None
    unit_price: AmountCandidate | None = None
    tax_rate: tuple[Decimal, Segment, int] | None = None
    description: list[Segment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """The items of an invoice and the numbers of all rows that the table takes."""

    items: tuple[Item, ...] = ()
    rows: frozenset[int] = frozenset()

    @property
    def total(self) -> Decimal | None:
        """What the items add up to; None without items."""
        if not self.items:
            return None
        return sum((item.amount.value.value for item in self.items), Decimal(0))


def find_items(sheet: Sheet, found: Candidates) -> Table:
    """Items under every head on ``sheet``, in reading order."""
    by_row: dict[int, list[AmountCandidate]] = {}
    for amount in found.amounts:
        by_row.setdefault(amount.segment.row, []).append(amount)
    items: list[Item] = []
    rows = set[int]()
    heads = find_heads(sheet)
    for index, head in enumerate(heads):
        body = _body(sheet, head, heads[index + 1] if index + 1 < len(heads) else None, by_row)
        own = _items(sheet, head, body, by_row)
        if own and _is_sum_of(items + own[:-1], own[-1]):
            own.pop()
        if own:
            items += own
            rows.update(range(head.first_row, own[-1].row.number + 1))
    return Table(tuple(items), frozenset(rows))


def _body(
    sheet: Sheet,
    head: TableHead,
    following: TableHead | None,
    by_row: dict[int, list[AmountCandidate]],
) -> list[Row]:
    """Rows from the head to the first sum, the next head or the end of the page."""
    base = sheet.rows[0].number
    page = sheet.rows[head.first_row - base].page
    body: list[Row] = []
    for row in sheet.rows[head.last_row - base + 1 :]:
        if row.page != page or (following is not None and row.number >= following.first_row):
            break
        if body and row.y0 - body[-1].y1 > _GAP_PITCHES * sheet.pitch:
            break
        amounts = by_row.get(row.number, ())
        if _ends_table(head, row, amounts) or (not amounts and _heads_sums(row)):
            break
        body.append(row)
    return body


def _ends_table(head: TableHead, row: Row, amounts: Sequence[AmountCandidate]) -> bool:
    """Whether a row is the first of the sums: it names one, has an amount but no quantity."""
    named = [segment for segment in row.segments if _is_sum(segment)]
    if not named or not amounts:
        return False
    if len({hit.label for segment in named for hit in segment.labels} & _ENDS) >= 2:
        return True
    roles = {column.role for column in _cells(head, amounts)}
    if head.amount is None:
        return "quantity" not in roles
    if roles & {"quantity", "unit_price"} and roles & _AMOUNTS:
        return False
    return bool(roles & _AMOUNTS) or named[0].index == 0


def _heads_sums(row: Row) -> bool:
    """Whether a row without amounts is the head of a table of sums or taxes."""
    named = {hit.label for segment in row.segments for hit in segment.labels} & _HEADED
    return len(named) >= 2


def _is_sum(segment: Segment) -> bool:
    """Whether a segment opens or closes with the label of a sum and says little else."""
    ends = [hit for hit in segment.labels if hit.label in _ENDS]
    if not ends or (ends[0].start != 0 and ends[0].end != len(segment.words)):
        return False
    hit = ends[0]
    if hit.start != 0 and len(segment.words) > _MOST_SUM_WORDS:
        return False
    rest = segment.words[: hit.start] + segment.words[hit.end :]
    words = [w for w in rest if any(map(str.isalpha, w.text)) and len(w.text) > 3]
    return len(words) <= 2


def _items(
    sheet: Sheet, head: TableHead, body: Sequence[Row], by_row: dict[int, list[AmountCandidate]]
) -> list[Item]:
    column = head.amount or head.column("unit_price")
    if column is None:
        return []
    items: list[Item] = []
    waiting: list[Segment] = []
    for row in body:
        cells = _cells(head, by_row.get(row.number, ()))
        amount = cells.get(column)
        skipped = any(hit.label in _SKIPS for segment in row.segments for hit in segment.labels)
        words = _descriptions(head, row, cells)
        if amount is not None and has_cents(amount.value) and not skipped:
            item = Item(row, amount)
            item.quantity = _cell(head, cells, "quantity")
            item.unit_price = _cell(head, cells, "unit_price")
            item.tax_rate = _tax_rate(head, row)
            item.description = [*waiting, *words] if not words or not items else words
            items.append(item)
            waiting = []
        elif items and not skipped and _wraps(sheet, items[-1], row):
            items[-1].description += words
        elif not skipped:
            waiting = [*waiting, *words][-3:]
    return items


def _is_sum_of(above: Sequence[Item], last: Item) -> bool:
    """Whether a row without quantity and price only adds up the items above it."""
    if len(above) < 2 or last.quantity or last.unit_price:
        return False
    return sum((item.amount.value.value for item in above), Decimal(0)) == last.amount.value.value


def _cells(head: TableHead, amounts: Sequence[AmountCandidate]) -> dict[Column, AmountCandidate]:
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


def _cell(
    head: TableHead, cells: dict[Column, AmountCandidate], role: Role
) -> AmountCandidate | None:
    column = head.column(role)
    return cells.get(column) if column is not None else None


def _distance(column: Column, x0: float, x1: float) -> float:
    """How far a cell stands from under a head: 0 when their edges or middles meet."""
    left, right = column.x0, column.x1
    edges = min(abs(right - x1), abs(left - x0))
    middles = abs(left + right - x0 - x1) / 2
    apart = max(left, x0) - min(right, x1)
    return min(edges, middles) * 0.5 + max(0.0, apart)


def _descriptions(head: TableHead, row: Row, cells: dict[Column, AmountCandidate]) -> list[Segment]:
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


def _wraps(sheet: Sheet, item: Item, row: Row) -> bool:
    """Whether a row without an amount goes on with the words of the item above it."""
    last = item.description[-1].y1 if item.description else item.row.y1
    return row.page == item.row.page and row.y0 - last < 1.8 * sheet.pitch


def _tax_rate(head: TableHead, row: Row) -> tuple[Decimal, Segment, int] | None:
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
