"""A bill as data: its lines, and totals that follow from them to the cent."""

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tools.samples.parties import OWN, Party

CENT = Decimal("0.01")


def cents(value: Decimal) -> Decimal:
    """Rounded to the cent, halves away from zero, as bills do."""
    return value.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a bill. ``unit_price`` is net; ``tax_rate`` in percent."""

    description: str
    quantity: Decimal
    unit_price: Decimal
    tax_rate: Decimal = Decimal(23)
    code: str = ""
    unit: str = ""

    @property
    def amount(self) -> Decimal:
        """Net amount of the line."""
        return cents(self.quantity * self.unit_price)


@dataclass(frozen=True, slots=True)
class Discount:
    """Percent off when paid within so many days of the bill's date."""

    percent: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class Bill:
    """An invoice or a credit note. Amounts in here are positive, for credit notes too."""

    vendor: Party
    number: str
    date: dt.date
    due: dt.date | None
    items: tuple[Item, ...]
    customer: Party = OWN
    currency: str = "EUR"
    is_credit_note: bool = False
    purchase_order: str = ""
    customer_number: str = ""
    payment_reference: str = ""
    discount: Discount | None = None
    about: str = ""

    @property
    def subtotal(self) -> Decimal:
        """Sum of the lines, net."""
        return sum((item.amount for item in self.items), Decimal("0.00"))

    @property
    def taxes(self) -> tuple[tuple[Decimal, Decimal, Decimal], ...]:
        """Per tax rate: the rate in percent, the net sum under it, the tax on that sum."""
        nets: dict[Decimal, Decimal] = {}
        for item in self.items:
            nets[item.tax_rate] = nets.get(item.tax_rate, Decimal("0.00")) + item.amount
        return tuple((rate, net, cents(net * rate / 100)) for rate, net in sorted(nets.items()))

    @property
    def tax(self) -> Decimal:
        """All tax on the bill."""
        return sum((tax for _, _, tax in self.taxes), Decimal("0.00"))

    @property
    def total(self) -> Decimal:
        """What the bill asks for, tax included."""
        return self.subtotal + self.tax

    @property
    def signed_total(self) -> Decimal:
        """The total as the books see it: negative for a credit note."""
        return -self.total if self.is_credit_note else self.total

    @property
    def is_receivable(self) -> bool:
        """Whether the company whose books these are has issued it."""
        return self.vendor is OWN


def item(
    description: str,
    quantity: str,
    unit_price: str,
    tax_rate: str = "23",
    code: str = "",
    unit: str = "",
) -> Item:
    """An item from plain text numbers."""
    numbers = (Decimal(quantity), Decimal(unit_price), Decimal(tax_rate))
    return Item(description, *numbers, code=code, unit=unit)
