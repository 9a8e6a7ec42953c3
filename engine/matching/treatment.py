"""What the difference between a bill and what was paid means: fee, discount, exchange, or open."""

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from engine.matching.exchange import Exchange
from engine.matching.rows import Bill, Payment
from engine.records.reconciliation import Treatment

Shape = Literal[
    "exact", "rounding", "discount", "late_discount", "fee", "exchange", "short", "over", "sum"
]
ROUNDING = 5
_FEE_MOST = 6_000
_FEE_SHARE = 0.15
_DISCOUNT_GRACE_DAYS = 5
_EXCHANGE_SHARE = 0.04
_SHORT_LEAST = 0.03
_OVER_MOST = 2.0
_TREATMENTS: dict[Shape, Treatment | None] = {
    "exact": None,
    "sum": None,
    "rounding": "rounding",
    "discount": "discount",
    "late_discount": "discount",
    "fee": "fee",
    "exchange": "exchange",
    "short": "open",
    "over": "open",
}


class Settlement(NamedTuple):
    """A bill in the payment's currency beside what was paid, both signed, in minor units."""

    shape: Shape
    billed: int
    paid: int

    @property
    def difference(self) -> int:
        """Money paid less money billed: negative when too little was paid."""
        return abs(self.paid) - abs(self.billed)

    @property
    def treatment(self) -> Treatment | None:
        """How the difference is to be booked; None when there is none."""
        return _TREATMENTS[self.shape]


def settle(bill: Bill, payment: Payment, exchange: Exchange) -> Settlement | None:
    """How the payment would settle the bill alone; None when it cannot.

    Currencies meet only by ``exchange``: without a rate there is no settlement.
    """
    if bill.currency != payment.currency:
        return _exchanged(bill, payment, exchange)
    billed, paid = bill.effect, payment.amount
    gap = abs(paid) - abs(billed)
    shape: Shape | None
    if gap == 0:
        shape = "exact"
    elif abs(gap) <= ROUNDING and abs(gap) * 100 <= abs(billed):
        shape = "rounding"
    elif gap < 0:
        shape = _discount(bill, payment) or _less(bill, gap)
    else:
        shape = "fee" if _is_fee(bill, gap) else "over" if gap < abs(billed) * _OVER_MOST else None
    return Settlement(shape, billed, paid) if shape else None


def discounted(bill: Bill) -> int | None:
    """The bill less the discount of its terms; None without terms."""
    percent = bill.discount_percent
    return _reduced(bill.effect, percent) if percent else None


@lru_cache(maxsize=65536)
def _reduced(effect: int, percent: Decimal) -> int | None:
    return round(effect * (1 - percent / Decimal(100))) if 0 < percent < 50 else None


def _discount(bill: Bill, payment: Payment) -> Shape | None:
    reduced = discounted(bill)
    if reduced is None or abs(abs(reduced) - abs(payment.amount)) > 2:
        return None
    last_day = bill.issued + (bill.discount_days or 0) + _DISCOUNT_GRACE_DAYS
    return "discount" if payment.day <= last_day else "late_discount"


def _less(bill: Bill, gap: int) -> Shape | None:
    """Money that we receive arrives less the bank's fee; anything else stays open."""
    if bill.effect > 0 and _is_fee(bill, gap):
        return "fee"
    return "short" if -gap >= _SHORT_LEAST * abs(bill.effect) else None


def _is_fee(bill: Bill, gap: int) -> bool:
    if gap > 0 and bill.effect > 0:
        return False  # nobody pays us more for the sake of a fee
    return abs(gap) <= min(_FEE_MOST, _FEE_SHARE * abs(bill.effect))


def _exchanged(bill: Bill, payment: Payment, exchange: Exchange) -> Settlement | None:
    billed = exchange.convert(bill.effect, bill.currency, payment.currency, payment.day)
    if not billed or abs(abs(payment.amount) - abs(billed)) > _EXCHANGE_SHARE * abs(billed):
        return None
    return Settlement("exchange", billed, payment.amount)
