"""Quantity × price = amount: the proof that a line gives of itself, wherever its figures stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.candidate import AmountCandidate

_HALF_CENT: Final = Decimal("0.0051")
_MOST_SLACK: Final = Decimal("0.5")
_MOST_FIGURES: Final = 10
_MINOR: Final = re.compile(r"(?:öre|øre|pence|cents?|ct|snt|p|c|cwt)(?:\W|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Product:
    """The figures that make a line's amount; ``unit_price`` is for one unit, as ``price`` shows it.

    ``parts`` is 100 where the price is printed in hundredths of the currency.
    """

    quantity: AmountCandidate
    price: AmountCandidate
    parts: int = 1

    @property
    def unit_price(self) -> Decimal:
        """The price of one unit."""
        return self.price.value.value / self.parts


def product_of(amount: AmountCandidate, figures: Sequence[AmountCandidate]) -> Product | None:
    """The two of ``figures`` whose product is ``amount``; None where none or only 1 × itself twice.

    Figures are those of the line, in reading order: the quantity usually stands first.
    """
    found = list(_products(amount, figures))
    return found[0] if found else None


def _products(amount: AmountCandidate, figures: Sequence[AmountCandidate]) -> Iterator[Product]:
    target = abs(amount.value.value)
    others = [f for f in figures if f is not amount and f.value.value != 0][:_MOST_FIGURES]
    pairs = [(q, p) for i, q in enumerate(others) for p in others[i + 1 :]]
    for first, second in pairs:
        parts = 100 if _is_minor(first) or _is_minor(second) else 1
        product = abs(first.value.value * second.value.value) / parts
        gap = abs(product - target)
        if gap <= _HALF_CENT or (gap < _MOST_SLACK and gap <= _slack(second, first, parts)):
            yield _ordered(first, second, parts)


def _slack(price: AmountCandidate, quantity: AmountCandidate, parts: int) -> Decimal:
    """What a price or quantity rounded in print may move the product; small for whole numbers."""
    exponent = price.value.value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > -3:
        return Decimal(0)
    return abs(quantity.value.value) * Decimal(1).scaleb(exponent) / 2 / parts


def _ordered(first: AmountCandidate, second: AmountCandidate, parts: int) -> Product:
    """The quantity stands first, unless only the first figure has a currency."""
    if first.value.currency is not None and second.value.currency is None:
        return Product(second, first, parts)
    return Product(first, second, parts)


def _is_minor(price: AmountCandidate) -> bool:
    """Whether a price is given in hundredths of the currency ("62,18 öre/kWh")."""
    words = price.segment.words[price.end : price.end + 1]
    return any(_MINOR.match(word.text) for word in words)
