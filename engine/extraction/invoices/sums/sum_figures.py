"""The sums of an invoice as figures on its pages, and ways to read them."""

from dataclasses import dataclass
from decimal import Decimal

from engine.extraction.invoices.sheet.candidate import AmountCandidate


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount in a role, or several that make it together. ``score`` is from 0 to 1."""

    parts: tuple[AmountCandidate, ...]
    score: float

    @property
    def candidate(self) -> AmountCandidate:
        """The amount, or the first of several."""
        return self.parts[0]

    @property
    def value(self) -> Decimal:
        """The amount."""
        return sum((part.value.value for part in self.parts), Decimal(0))


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of an invoice.

    ``adds_up``: subtotal, tax and ``charges`` make the total, and the tax is not 0 or something
    else was added. ``charges`` are what was added to the subtotal besides the tax (a discount is
    negative); None when nothing was. ``items_agree``: the lines add up to the subtotal, to the
    total, or to the total without the tax.
    """

    total: Figure | None = None
    subtotal: Figure | None = None
    tax: Figure | None = None
    due: Figure | None = None
    paid: Figure | None = None
    adds_up: bool = False
    charges: Decimal | None = None
    items_agree: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the sums; ``worth`` compares it with others of the same pages."""

    worth: float
    total: Figure
    subtotal: Figure | None = None
    tax: Figure | None = None
    charges: Decimal | None = None
