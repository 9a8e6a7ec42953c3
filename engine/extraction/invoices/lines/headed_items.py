"""Items under the head of a table: its rows up to the sums, with the words that wrap under them.

Sums, carried-forward lines and whatever follows them are not items.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.lines.columns import Role, TableHead
from engine.extraction.invoices.lines.head_cells import (
    cell_of,
    cells_of,
    descriptions_of,
    tax_rate_of,
)
from engine.extraction.invoices.lines.items import Item, Table, is_own_product
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import Row, Segment, Sheet
from engine.extraction.invoices.sums.sum_lines import is_sum_label

_ENDS: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax", "weak_total"})
_HEADED: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax"})
_SKIPS: Final[frozenset[Label]] = frozenset({"balance_before"})
_AMOUNTS: Final[frozenset[Role]] = frozenset({"net", "amount", "gross"})
_ASIDE: Final = 0.1
"""How far right of the descriptions' column the words of a charge among the sums stand."""

_SAME_EDGE: Final = 0.01
_GAP_PITCHES: Final = 9.0
"""Rows without anything between two items after which the table has ended."""


def items_under_heads(
    sheet: Sheet, heads: Sequence[TableHead], by_row: dict[int, list[AmountCandidate]]
) -> Table:
    """Items under every head."""
    items: list[Item] = []
    rows = set[int]()
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
        if _ends_table(head, row, amounts) and not _is_like(row, body):
            break
        if not amounts and _heads_sums(row):
            break
        body.append(row)
    return body


def _ends_table(head: TableHead, row: Row, amounts: Sequence[AmountCandidate]) -> bool:
    """Whether a row is the first of the sums: it names one, has an amount but no quantity."""
    named = [segment for segment in row.segments if is_sum_label(segment)]
    if not named or not amounts:
        return False
    if len({hit.label for segment in named for hit in segment.labels} & _ENDS) >= 2:
        return True
    roles = {column.role for column in cells_of(head, amounts)}
    if head.amount is None:
        return "quantity" not in roles
    if roles & {"quantity", "unit_price"} and roles & _AMOUNTS and not _says_only_sum(named[0]):
        return False
    return bool(roles & _AMOUNTS) or named[0].index == 0


def _is_like(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is built as the last two above it: dates or numbers first, then its words."""
    if len(above) < 2 or len(row.segments) < 3:
        return False
    edges = [segment.x0 for segment in row.segments[:2]]
    return all(
        len(other.segments) == len(row.segments)
        and all(abs(s.x0 - x) <= _SAME_EDGE for s, x in zip(other.segments, edges, strict=False))
        for other in above[-2:]
    )


def _says_only_sum(segment: Segment) -> bool:
    """Whether the label of a sum is all that a segment says."""
    hit = segment.labels[0]
    return segment.index == 0 and hit.start == 0 and hit.end == len(segment.words)


def _heads_sums(row: Row) -> bool:
    """Whether a row without amounts is the head of a table of sums or taxes."""
    named = {hit.label for segment in row.segments for hit in segment.labels} & _HEADED
    return len(named) >= 2


def _items(
    sheet: Sheet, head: TableHead, body: Sequence[Row], by_row: dict[int, list[AmountCandidate]]
) -> list[Item]:
    column = head.amount or head.column("unit_price")
    if column is None:
        return []
    items: list[Item] = []
    waiting: list[Segment] = []
    for row in body:
        cells = cells_of(head, by_row.get(row.number, ()))
        amount = cells.get(column)
        skipped = any(hit.label in _SKIPS for segment in row.segments for hit in segment.labels)
        words = descriptions_of(head, row, cells)
        if amount is not None and has_cents(amount.value) and not skipped:
            item = Item(row, amount)
            item.quantity = cell_of(head, cells, "quantity")
            item.unit_price = cell_of(head, cells, "unit_price")
            if items and _is_charge(head, row, item, items, words):
                break
            item.tax_rate = tax_rate_of(head, row)
            item.description = [*waiting, *words] if not words or not items else words
            items.append(item)
            waiting = []
        elif items and not skipped and _wraps(sheet, items[-1], row):
            items[-1].description += words
        elif not skipped:
            waiting = [*waiting, *words][-3:]
    return items


def _is_charge(
    head: TableHead, row: Row, item: Item, above: Sequence[Item], words: Sequence[Segment]
) -> bool:
    """Whether a row is no item of its table but a charge among the sums.

    Its words stand beside its amount, far from the others'; it has no quantity or price where all
    others have, or all others begin at one edge.
    """
    column = head.column("description")
    if item.quantity or item.unit_price or column is None:
        return False
    edges = [other.description[0].x0 for other in above if other.description]
    aligned = len(edges) == len(above) > 1 and max(edges) - min(edges) <= _SAME_EDGE
    if not aligned and not all(other.quantity or other.unit_price for other in above):
        return False
    named = [s for s in row.segments if s.x0 < item.amount.x0 and any(map(str.isalpha, s.text))]
    return (
        bool(named)
        and all(s.x0 > column.x1 + _ASIDE for s in named)
        and not any(abs(s.x0 - edge) < _SAME_EDGE for s in words for edge in edges)
    )


def _is_sum_of(above: Sequence[Item], last: Item) -> bool:
    """Whether a row that is no product only adds up the items above it."""
    if len(above) < 2 or is_own_product(last):
        return False
    return sum((item.amount.value.value for item in above), Decimal(0)) == last.amount.value.value


def _wraps(sheet: Sheet, item: Item, row: Row) -> bool:
    """Whether a row without an amount goes on with the words of the item above it."""
    last = item.description[-1].y1 if item.description else item.row.y1
    return row.page == item.row.page and row.y0 - last < 1.8 * sheet.pitch
