"""What a bill charges, and the arithmetic that makes its sums hold to the cent."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from tools.training.parties import Party

CENT = Decimal("0.01")
ZERO = Decimal(0)


def cents(value: Decimal, step: Decimal = CENT) -> Decimal:
    """Rounded half up to a multiple of ``step``, with two decimals."""
    return ((value / step).quantize(Decimal(1), ROUND_HALF_UP) * step).quantize(CENT)


@dataclass(frozen=True, slots=True)
class Item:
    """One line. ``amount`` is what its last column prints: net or, where gross priced, gross."""

    code: str
    description: str
    details: tuple[str, ...]
    quantity: Decimal
    unit: str
    unit_price: Decimal
    discount: Decimal
    rate: Decimal
    amount: Decimal
    day: dt.date
    section: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """A discount (negative), shipping or a surcharge below the lines; ``key`` names its word."""

    key: str
    amount: Decimal
    percent: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Tax:
    """The tax of one rate (percent). ``label`` is set where two taxes share a base."""

    rate: Decimal
    base: Decimal
    tax: Decimal
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """All sums of a bill. ``due`` is what is left to pay."""

    items: Decimal
    subtotal: Decimal
    tax: Decimal
    rounding: Decimal
    total: Decimal
    paid: Decimal
    previous: Decimal
    received: Decimal

    @property
    def due(self) -> Decimal:
        """The total and the old balance less all payments."""
        return self.total - self.paid + self.previous - self.received


@dataclass(slots=True)
class Bill:
    """One invoice, credit note or receipt before it is drawn."""

    kind: str
    trade: str
    number: str
    date: dt.date
    due: dt.date | None
    days: int
    vendor: Party
    customer: Party
    ship_to: Party | None
    items: tuple[Item, ...]
    charges: tuple[Charge, ...]
    taxes: tuple[Tax, ...]
    sums: Sums
    is_gross_priced: bool
    purchase_order: str
    refers: tuple[str, dt.date] | None = None
    references: dict[str, str] = field(default_factory=dict)

    @property
    def is_credit(self) -> bool:
        """Whether it gives money back."""
        return self.kind == "credit_note"


def line_amount(quantity: Decimal, price: Decimal, discount: Decimal) -> Decimal:
    """Quantity times price less a discount in percent."""
    return cents(quantity * price * (100 - discount) / 100)


def taxes_of(
    items: Sequence[Item], charges: Sequence[Charge], main: Decimal, *, is_gross: bool
) -> tuple[Tax, ...]:
    """The tax of each rate, highest first; charges are taxed at the ``main`` rate."""
    sums: dict[Decimal, Decimal] = {}
    for item in items:
        sums[item.rate] = sums.get(item.rate, ZERO) + item.amount
    for charge in charges:
        sums[main] = sums.get(main, ZERO) + charge.amount
    made = []
    for rate in sorted(sums, reverse=True):
        amount = sums[rate]
        tax = cents(amount * rate / (100 + rate if is_gross else Decimal(100)))
        made.append(Tax(rate, amount - tax if is_gross else amount, tax))
    return tuple(made)


def halved(taxes: Sequence[Tax], labels: tuple[str, str]) -> tuple[Tax, ...]:
    """Each tax as two of half its rate on the same base, as India's central and state tax."""
    made = []
    for tax in taxes:
        half = cents(tax.base * tax.rate / 200)
        made += [Tax(tax.rate / 2, tax.base, half, label) for label in labels]
    return tuple(made)


def sums_of(
    items: Sequence[Item],
    taxes: Sequence[Tax],
    subtotal: Decimal,
    *,
    step: Decimal = CENT,
    paid: Decimal = ZERO,
    previous: Decimal = ZERO,
    received: Decimal = ZERO,
) -> Sums:
    """The sums over the taxes, the total rounded to a multiple of ``step``."""
    tax = sum((line.tax for line in taxes), ZERO)
    exact = subtotal + tax
    total = cents(exact, step)
    lines = sum((item.amount for item in items), ZERO)
    return Sums(lines, subtotal, tax, total - exact, total, paid, previous, received)
