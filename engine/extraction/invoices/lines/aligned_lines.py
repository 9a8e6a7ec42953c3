"""Items without a head that can be read: amounts under each other that add up to a sum.

Every amount that ends at the same edge as others belongs to their column. A run of them in rows
that name no sum, adding up to an amount that a label calls one or to the next one below, is the
list of items; of several runs (prices, net amounts, taxes, gross amounts) the one that quantity
× price proves is taken, then the one without a tax beside it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from engine.extraction.invoices.lines.products import product_of
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Row, Sheet
from engine.extraction.invoices.sums.sum_lines import (
    Targets,
    is_rated,
    is_sum_row,
    is_tax_row,
    takes_share,
    worth_of,
)

_ALIGNED: Final = 0.006
_GAP_PITCHES: Final = 10.0
_CENT: Final = Decimal("0.01")
_MOST_ITEMS: Final = 3000
_MOST_OPEN: Final = 40
_MOST_STRAY: Final = 8
"""Amounts at the top of a column that may stand before its list."""

_SINGLE: Final = 0.3
"""How much less one amount that is repeated as a sum is worth than several that add up to it."""

_ROWS_TO_SUM: Final = 3
_NEXT_BELOW: Final = 0.35
"""What an amount right below a run is worth as its sum when no word calls it one."""

_LARGE: Final = 0.5
"""How much more a run is worth that adds up to the largest sum of the page."""

_Place = Callable[[AmountCandidate], float]
_PLACES: Final[tuple[_Place, ...]] = (
    lambda amount: amount.x1,
    lambda amount: amount.x0,
    lambda amount: (amount.x0 + amount.x1) / 2,
)
_Kind = Literal["item", "tax", "sum"]
_Figures = Mapping[int, Sequence[AmountCandidate]]


@dataclass(frozen=True, slots=True)
class Run:
    """Amounts of items in one column, top down, and the worth of their proof.

    ``named`` is how plainly a word calls what they add up to a sum, from 0 to 1; ``products``
    counts the amounts that are a quantity times a price of their row.
    """

    amounts: tuple[AmountCandidate, ...]
    worth: float
    named: float
    products: int

    @property
    def total(self) -> Decimal:
        """What the amounts add up to."""
        return sum((amount.value.value for amount in self.amounts), Decimal(0))


@dataclass(eq=False, slots=True)
class _Entry:
    """An amount in its row; what it is and whether it is a product are found out when asked."""

    amount: AmountCandidate
    row: Row
    figures: Sequence[AmountCandidate]
    _kind: _Kind | None = None
    _product: bool | None = None

    @property
    def kind(self) -> _Kind:
        """What the row is."""
        if self._kind is None:
            self._kind = self._found_kind()
        return self._kind

    def _found_kind(self) -> _Kind:
        if is_tax_row(self.row):
            return "tax"
        if self.is_product:
            return "item"
        if is_rated(self.row, self.amount, self.figures):
            return "tax"
        return "sum" if is_sum_row(self.row, self.amount) else "item"

    @property
    def is_product(self) -> bool:
        """Whether two other figures of the row make the amount."""
        if self._product is None:
            self._product = product_of(self.amount, self.figures) is not None
        return self._product


def runs_on(sheet: Sheet, by_row: _Figures, targets: Targets) -> list[Run]:
    """Every run of item amounts that a sum proves, best first.

    Amounts mostly end at one edge; only where none do so, those count that begin at one, or whose
    middles stand under each other.
    """
    largest = max(map(abs, targets), default=Decimal(1))
    runs: list[Run] = []
    for place in _PLACES:
        runs += [
            run
            for column in _columns(sheet, by_row, targets, place)
            for run in _runs(column, targets, by_row, sheet)
        ]
        if any(len(run.amounts) > 1 for run in runs):
            break
    return sorted(runs, key=lambda run: -run.worth - _LARGE * float(abs(run.total) / largest))


def _columns(
    sheet: Sheet, by_row: _Figures, targets: Targets, place_of: _Place
) -> Iterator[list[_Entry]]:
    """Amounts of money that stand at one place across the page, from all pages, in their order."""
    whole = not any(value != value.to_integral_value() for value in targets)
    columns: list[list[_Entry]] = []
    edges: list[float] = []
    base = sheet.rows[0].number
    for number in sorted(by_row):
        row = sheet.rows[number - base]
        for amount in by_row[number]:
            if not (has_cents(amount.value) or whole or amount.value.value in targets):
                continue
            edge = place_of(amount)
            place = next((i for i, x in enumerate(edges) if abs(x - edge) <= _ALIGNED), None)
            if place is None:
                if len(columns) >= _MOST_OPEN:
                    continue
                columns.append([])
                edges.append(edge)
                place = len(columns) - 1
            columns[place].append(_Entry(amount, row, by_row[number]))
    yield from columns


def _runs(
    column: Sequence[_Entry], targets: Targets, by_row: _Figures, sheet: Sheet
) -> Iterator[Run]:
    """Runs of ``column`` from every first row whose items add up to a sum."""
    for start, first in enumerate(column):
        if first.kind != "item" or not _may_begin(sheet, column, start):
            continue
        yield from _from(column, start, targets, by_row, sheet)


def _from(
    column: Sequence[_Entry], start: int, targets: Targets, by_row: _Figures, sheet: Sheet
) -> Iterator[Run]:
    """Runs that begin with the entry at ``start``.

    After their sum and a tax no items follow: what comes then is charged on top of them.
    """
    added = taxed = Decimal(0)
    items: list[_Entry] = []
    own = set[int]()
    is_summed = False
    for index in range(start, min(len(column), start + _MOST_ITEMS)):
        entry = column[index]
        if index > start and _is_far(sheet, column[index - 1], entry):
            return
        value = entry.amount.value.value
        if entry.kind == "tax":
            if is_summed:
                return
            taxed += value
            continue
        if entry.kind == "sum":
            is_summed = is_summed or (abs(value - added) <= _CENT and len(items) > 1)
            continue
        if added in targets and takes_share(entry.row, value, added):
            taxed += value
            is_summed = True
            continue
        added += value
        items.append(entry)
        own.add(id(entry.amount))
        if not added or not value:
            continue
        worth = worth_of(targets, added, own)
        if taxed:
            worth = max(worth, 0.9 * worth_of(targets, added + taxed, own))
        following = column[index + 1] if index + 1 < len(column) else None
        if not worth and len(items) > 1 and following is not None:
            is_sum = abs(following.amount.value.value - added) <= _CENT
            worth = _NEXT_BELOW if is_sum else 0.0
        if not worth:
            continue
        if len(items) > 1 and _stands(items, worth, targets):
            yield _run(items, worth, by_row)
        elif len(items) == 1 and _is_single(column, index):
            yield _run(items, worth - _SINGLE, by_row)


def _stands(items: Sequence[_Entry], worth: float, targets: Targets) -> bool:
    """Whether a run is no accident: two rows are not an amount and its tax, one is an item."""
    first, second = items[0].amount.value.value, items[1].amount.value.value
    if len(items) == 2 and takes_share(items[1].row, second, first):
        return worth > _NEXT_BELOW and first not in targets
    return True


def _is_single(column: Sequence[_Entry], index: int) -> bool:
    """Whether one amount alone is an item: its sum follows, or a product makes it."""
    entry = column[index]
    below = column[index + 1 : index + 1 + _ROWS_TO_SUM]
    same = any(e.amount.value.value == entry.amount.value.value and e.kind == "sum" for e in below)
    return entry.amount.segment.index > 0 and (same or entry.is_product)


def _run(items: Sequence[_Entry], worth: float, by_row: _Figures) -> Run:
    """A run with its worth: products speak for it, a tax beside each amount against it."""
    proven = sum(entry.is_product for entry in items)
    gross = sum(_is_part_of_row(entry, by_row[entry.row.number]) for entry in items) / len(items)
    length = min(len(items), 20) / 20
    return Run(
        tuple(e.amount for e in items),
        worth + proven / len(items) - 0.6 * gross + 0.5 * length,
        worth,
        proven,
    )


def _is_part_of_row(entry: _Entry, figures: Sequence[AmountCandidate]) -> bool:
    """Whether an amount is a tax, or a net amount and its tax together, of its row."""
    values = [f.value.value for f in figures if f is not entry.amount]
    own = entry.amount.value.value
    return any(
        abs(one + other - own) <= _CENT or (abs(own + one - other) <= _CENT and abs(own) < abs(one))
        for i, one in enumerate(values)
        for other in values[i + 1 :]
        if one and other
    )


def _may_begin(sheet: Sheet, column: Sequence[_Entry], start: int) -> bool:
    """Whether a list may begin here: near the top of the column, or after a sum or a gap."""
    if start < _MOST_STRAY:
        return True
    above = column[start - 1]
    return above.kind != "item" or _is_far(sheet, above, column[start])


def _is_far(sheet: Sheet, above: _Entry, below: _Entry) -> bool:
    if above.row.page != below.row.page:
        return below.row.page - above.row.page > 1
    return below.row.y0 - above.row.y1 > _GAP_PITCHES * sheet.pitch
