"""The lines of an invoice: rows under a table's head, with the words that wrap under them.

Cells belong to the column whose head stands nearest over them. Sums, carried-forward lines and
whatever follows them are not items.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.aligned_lines import Run, runs_on
from engine.extraction.invoices.candidates import (
    AmountCandidate,
    Candidates,
    has_cents,
    read_amount,
)
from engine.extraction.invoices.columns import Column, Role, TableHead, find_heads
from engine.extraction.invoices.items import Item, Table
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Row, Segment, Sheet
from engine.extraction.invoices.products import product_of
from engine.extraction.invoices.run_items import items_of_run
from engine.extraction.invoices.sum_lines import NamedSums, is_sum_label, named_sums, worth_of

_ENDS: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax", "weak_total"})
_HEADED: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax"})
_SKIPS: Final[frozenset[Label]] = frozenset({"balance_before"})
_PLAIN: Final = 0.65
"""The proof of items under a head from which nothing else is looked for."""

_MOST_WITH_TAX: Final = Decimal("1.4")
_WITH_TAX: Final = 0.8
_NAMED: Final = 0.5
_SURE: Final = 0.5
"""The worth of a run from which it is believed before items that no sum proves."""

_AMOUNTS: Final[frozenset[Role]] = frozenset({"net", "amount", "gross"})
_REACH: Final = 0.09
_ASIDE: Final = 0.1
"""How far right of the descriptions' column the words of a charge among the sums stand."""

_SAME_EDGE: Final = 0.01
_GAP_PITCHES: Final = 9.0
"""Rows without anything between two items after which the table has ended."""


def find_items(sheet: Sheet, found: Candidates) -> Table:
    """The items of ``sheet`` in reading order: under heads, or else where amounts add up.

    Items that add up to a sum which the page names are believed before others.
    """
    by_row: dict[int, list[AmountCandidate]] = {}
    for amount in found.amounts:
        by_row.setdefault(amount.segment.row, []).append(amount)
    heads = find_heads(sheet)
    headed = _headed(sheet, heads, by_row)
    head_rows = {row for head in heads for row in range(head.first_row, head.last_row + 1)}
    sums = named_sums(sheet, found.amounts, head_rows)
    headed = replace(headed, proof=_proof(headed, sums))
    if headed.proof > _PLAIN and _are_products(headed) and not _is_part(headed, sums):
        return headed
    runs = runs_on(sheet, by_row, sums.targets)
    table = headed
    if runs and (not headed.items or _is_better(runs[0], headed)):
        table = items_of_run(sheet, runs[0], by_row)
    return _completed(sheet, table, runs, sums, by_row)


def _is_part(table: Table, sums: NamedSums) -> bool:
    """Whether a named sum is larger than the items and any tax on them could make it."""
    total = table.total or Decimal(0)
    return any(abs(value) > _MOST_WITH_TAX * abs(total) for value in sums.targets)


def _proof(table: Table, sums: NamedSums) -> float:
    """How plainly a sum is named that the items add up to, by themselves or with a tax."""
    if table.total is None:
        return 0.0
    own = {id(item.amount) for item in table.items}
    plain = worth_of(sums.targets, table.total, own)
    taxed = (worth_of(sums.targets, table.total + tax, own) for tax in sums.taxes)
    return plain or _WITH_TAX * max(taxed, default=0.0)


def _completed(
    sheet: Sheet,
    table: Table,
    runs: Sequence[Run],
    sums: NamedSums,
    by_row: dict[int, list[AmountCandidate]],
) -> Table:
    """``table`` with a further list, where the two sums together are a named sum too."""
    if table.total is None or not worth_of(sums.targets, table.total):
        return table
    for run in runs:
        rows = {amount.segment.row for amount in run.amounts}
        apart = rows.isdisjoint(table.rows) and run.named >= _NAMED
        if apart and table.total + run.total in sums.targets and len(rows) > 1:
            more = items_of_run(sheet, run, by_row)
            items = sorted([*table.items, *more.items], key=lambda item: item.row.number)
            return replace(table, items=tuple(items), rows=table.rows | more.rows)
    return table


def _are_products(table: Table) -> bool:
    """Whether no line with a quantity and a price has another amount than their product."""
    priced = [item for item in table.items if item.quantity and item.unit_price]
    return all(_own_product(item) for item in priced)


def _is_better(run: Run, headed: Table) -> bool:
    """Whether a run is proven where the items under a head are not, or proves its products too."""
    products = sum(1 for item in headed.items if _own_product(item))
    if run.products == len(run.amounts) > max(1, products):
        return True
    larger = abs(run.total) > _MOST_WITH_TAX * abs(headed.total or Decimal(0))
    if headed.proof and larger:
        return run.named >= _SURE and len(run.amounts) > 1
    if headed.proof or products == len(headed.items):
        return False
    return run.named >= _SURE and len(run.amounts) > 1


def _own_product(item: Item) -> bool:
    figures = [f for f in (item.quantity, item.unit_price) if f is not None]
    return product_of(item.amount, figures) is not None


def _headed(
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
    roles = {column.role for column in _cells(head, amounts)}
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
        cells = _cells(head, by_row.get(row.number, ()))
        amount = cells.get(column)
        skipped = any(hit.label in _SKIPS for segment in row.segments for hit in segment.labels)
        words = _descriptions(head, row, cells)
        if amount is not None and has_cents(amount.value) and not skipped:
            item = Item(row, amount)
            item.quantity = _cell(head, cells, "quantity")
            item.unit_price = _cell(head, cells, "unit_price")
            if items and _is_charge(head, row, item, items, words):
                break
            item.tax_rate = _tax_rate(head, row)
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
    if len(above) < 2 or _own_product(last):
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
