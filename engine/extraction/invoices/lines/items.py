"""One line of an invoice and the table that its lines make."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from engine.extraction.invoices.lines.products import product_of
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Row, Segment


@dataclass(eq=False, slots=True)
class Item:
    """One line of the table; cells as they were found.

    ``price_parts`` is 100 where the price is printed in hundredths of the currency.
    """

    row: Row
    amount: AmountCandidate
    quantity: AmountCandidate | None = None
    unit_price: AmountCandidate | None = None
    tax_rate: tuple[Decimal, Segment, int] | None = None
    description: list[Segment] = field(default_factory=list)
    price_parts: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """The items of an invoice and the numbers of all rows that the table takes.

    ``proof`` is how well a printed sum proves them: 0 for not at all, from about 0.3 to 1 by how
    plainly the sum is named.
    """

    items: tuple[Item, ...] = ()
    rows: frozenset[int] = frozenset()
    proof: float = 0.0

    @property
    def total(self) -> Decimal | None:
        """What the items add up to; None without items."""
        return sum_of(self.items) if self.items else None


def sum_of(items: Sequence[Item]) -> Decimal:
    """What the amounts of ``items`` add up to."""
    return sum((item.amount.value.value for item in items), Decimal(0))


def is_own_product(item: Item) -> bool:
    """Whether the amount of ``item`` is its quantity times its price."""
    figures = [f for f in (item.quantity, item.unit_price) if f is not None]
    return product_of(item.amount, figures) is not None
