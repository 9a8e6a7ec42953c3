"""Items from a proven run of amounts: the words, quantities and rates that stand beside each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.lines.aligned_lines import Run
from engine.extraction.invoices.lines.items import Item, Table
from engine.extraction.invoices.lines.products import product_of
from engine.extraction.invoices.sheet.amounts import read_amount
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Row, Segment, Sheet

_SAME_EDGE: Final = 0.012
_INDENT: Final = 0.05
_ASIDE: Final = 0.15
_WRAP_PITCHES: Final = 1.7
_MOST_WRAPPED: Final = 6
_HIGHEST_RATE: Final = 50

_Figures = Mapping[int, Sequence[AmountCandidate]]


def items_of_run(sheet: Sheet, run: Run, by_row: _Figures) -> Table:
    """The table that the amounts of ``run`` make."""
    base = sheet.rows[0].number
    rows = [sheet.rows[amount.segment.row - base] for amount in run.amounts]
    taken = {row.number for row in rows}
    blocks = [_block(sheet, row, taken, by_row) for row in rows]
    edge = _edge(blocks, run)
    items = [
        _item(row, amount, block, edge, by_row)
        for row, amount, block in zip(rows, run.amounts, blocks, strict=True)
    ]
    while len(items) > 1 and _is_charge(items[-1], edge):
        items.pop()
    return Table(tuple(items), frozenset(taken), run.named)


def _is_charge(item: Item, edge: float) -> bool:
    """Whether the last of the amounts is a charge among the sums: its words stand beside it."""
    if item.description or item.quantity:
        return False
    named = [s for s in item.row.segments if s.x0 < item.amount.x0 and _has_word(s)]
    charged = any(hit.label == "other_amount" for s in named for hit in s.labels)
    return charged and all(s.x0 > edge + _ASIDE for s in named)


def _block(sheet: Sheet, row: Row, taken: set[int], by_row: _Figures) -> list[Row]:
    """The rows of one item: its own, those that wrap under it and, if it has no words, one above.

    A row with an amount of money in the column of amounts is another item's or a sum's.
    """
    base = sheet.rows[0].number
    place = row.number - base
    block = [row]
    if not _words_before(row, by_row):
        above = sheet.rows[place - 1] if place else None
        if above is not None and _wraps(sheet, above, row, taken):
            block.insert(0, above)
    for below in sheet.rows[place + 1 : place + 1 + _MOST_WRAPPED]:
        if not _wraps(sheet, block[-1], below, taken) or _is_next(sheet, below, taken, by_row):
            break
        block.append(below)
    return block


def _wraps(sheet: Sheet, above: Row, below: Row, taken: set[int]) -> bool:
    free = below.number not in taken or above.number not in taken
    near = below.y0 - above.y0 < _WRAP_PITCHES * sheet.pitch and above.page == below.page
    return free and near


def _is_next(sheet: Sheet, row: Row, taken: set[int], by_row: _Figures) -> bool:
    """Whether a row is another item's, stands over one without words, or names something else."""
    if row.number in taken or any(
        hit.start == 0 and hit.label not in ("other_amount", "other_number", "contact")
        for hit in row.segments[0].labels
    ):
        return True
    following = row.number + 1
    index = following - sheet.rows[0].number
    wordless = following in taken and not _words_before(sheet.rows[index], by_row)
    return wordless


def _words_before(row: Row, by_row: _Figures) -> bool:
    amounts = {id(amount.segment) for amount in by_row.get(row.number, ())}
    return any(_has_word(s) for s in row.segments if id(s) not in amounts or _has_word(s))


def _has_word(segment: Segment) -> bool:
    return any(len(token) > 2 and token.isalpha() for token in segment.tokens)


def _edge(blocks: Sequence[Sequence[Row]], run: Run) -> float:
    """Where the descriptions begin: the left edge that most items' words share."""
    edges = Counter[float]()
    for block, amount in zip(blocks, run.amounts, strict=True):
        found = {
            round(segment.x0 / _SAME_EDGE)
            for row in block
            for segment in row.segments
            if _has_word(segment) and segment.x0 < amount.x0
        }
        edges.update(found)
    if not edges:
        return 0.0
    most = max(edges.values())
    return min(edge for edge, count in edges.items() if count == most) * _SAME_EDGE


def _item(
    row: Row,
    amount: AmountCandidate,
    block: Sequence[Row],
    edge: float,
    by_row: _Figures,
) -> Item:
    figures = [f for r in (row, *block) for f in by_row.get(r.number, ())]
    product = product_of(amount, list(dict.fromkeys(figures)))
    item = Item(row, amount)
    if product is not None:
        item.quantity, item.unit_price = product.quantity, product.price
        item.price_parts = product.parts
    item.tax_rate = signed_rate(block)
    item.description = [
        segment
        for part in block
        for segment in part.segments
        if _has_word(segment)
        and segment.x0 < amount.x0
        and edge - _SAME_EDGE <= segment.x0 <= edge + _INDENT
    ]
    return item


def signed_rate(rows: Sequence[Row]) -> tuple[Decimal, Segment, int] | None:
    """A percentage that stands in a cell of its own, or after a code letter ("D 7%")."""
    for row in rows:
        for segment in row.segments:
            if len(segment.words) > 3 or not segment.figured:
                continue
            text = segment.text.replace(" ", "")
            if not text.endswith("%"):
                continue
            index = segment.figured[-1]
            rate = read_amount(segment.words[index].text.rstrip("%"), ",")
            if rate is not None and 0 <= rate.value <= _HIGHEST_RATE:
                return rate.value, segment, index
    return None
