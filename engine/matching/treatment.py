"""What the difference between a bill and what was paid means.

A fee, a discount, tax withheld, rounding, exchange, an over-payment; or money that stays open.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from engine.matching.currencies import is_even_charge, round_steps, scale_of, small_step
from engine.matching.deductions import Deduction, discount_on_net, usual_discount, withheld
from engine.matching.exchange import Exchange
from engine.matching.remarks import remarks_of
from engine.matching.rows import Bill, Payment
from engine.records.reconciliation import Treatment

Shape = Literal[
    "exact",
    "rounding",
    "whole",
    "discount",
    "late_discount",
    "usual_discount",
    "withholding",
    "fee",
    "exchange",
    "short",
    "over",
    "sum",
    "charge",
]
ROUNDING = 5
_FEE_MOST = 6_000
_FEE_SHARE = 0.15
_DISCOUNT_GRACE_DAYS = 5
_USUAL_DISCOUNT_DAYS = 35
_SOON_DAYS = 21
_PROVING_GROSS = 10_000
_PROVING = 50_000  # from here on few sums are a usual percentage of a net sum by accident
_WHOLE_FEE = 100  # banks charge whole units more often than a percentage gives them
_EXCHANGE_SHARE = 0.08
_PRINTED_SHARE = 0.15  # with its own amount printed beside, a fee may come on top of the margin
_OVER_MOST = 2.0
_WHOLE_SHARE = 0.05
_TREATMENTS: dict[Shape, Treatment | None] = {
    "exact": None,
    "sum": None,
    "rounding": "rounding",
    "whole": "rounding",
    "discount": "discount",
    "late_discount": "discount",
    "usual_discount": "discount",
    "withholding": "withholding_tax",
    "fee": "fee",
    "charge": "fee",
    "exchange": "exchange",
    "short": "open",
    "over": "overpayment",
}


class Settlement(NamedTuple):
    """A bill in the payment's currency beside what was paid, both signed, in minor units.

    ``percent`` is the percentage taken off where the difference is one, "" where it is not;
    ``is_net`` says that it is one of the sum without value added tax.
    """

    shape: Shape
    billed: int
    paid: int
    percent: str = ""
    is_net: bool = False

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
    if gap == 0:
        return Settlement("exact", billed, paid)
    if abs(gap) <= ROUNDING and abs(gap) * 100 <= abs(billed):
        return Settlement("rounding", billed, paid)
    if gap < 0:
        return _less(bill, payment, -gap)
    if _is_whole(payment, gap):
        return Settlement("whole", billed, paid)
    if _is_fee(bill, gap):
        return Settlement("fee", billed, paid)
    return Settlement("over", billed, paid) if gap < abs(billed) * _OVER_MOST else None


def discounted(bill: Bill) -> int | None:
    """The bill less the discount of its terms; None without terms."""
    percent = bill.discount_percent
    return _reduced(bill.effect, percent) if percent else None


@lru_cache(maxsize=65536)
def _reduced(effect: int, percent: Decimal) -> int | None:
    return round(effect * (1 - percent / Decimal(100))) if 0 < percent < 50 else None


def _less(bill: Bill, payment: Payment, gap: int) -> Settlement:
    """Why less was paid: by the terms, by rounding, by a usual percentage, by a fee, or open.

    Money that we receive arrives less the bank's fee; we ourselves pay whole.
    """
    paid = payment.amount
    shape = _discount(bill, payment, gap)
    if shape:
        return Settlement(shape, bill.effect, paid)
    if _is_whole(payment, gap):
        return Settlement("whole", bill.effect, paid)
    is_fee = bill.effect > 0 and _is_fee(bill, -gap)
    taken = _taken_off(bill, payment, gap, is_fee)
    if taken:
        shape, found = taken
        return Settlement(shape, bill.effect, paid, found.percent, found.is_net)
    return Settlement("fee" if is_fee else "short", bill.effect, paid)


def _taken_off(
    bill: Bill, payment: Payment, gap: int, is_fee: bool
) -> tuple[Shape, Deduction] | None:
    """A usual percentage that no terms print; where a fee explains it as well, it must be told."""
    billed, net, age = abs(bill.effect), bill.net, payment.day - bill.issued
    step = small_step(bill.currency)
    tax = withheld(billed, gap, net, step=step)
    cut = usual_discount(billed, gap, net, step=step) if bill.issued else None
    if tax is None and cut is None:
        return None
    said = remarks_of(payment)
    is_told = "discount" in said
    is_charge = is_fee and is_even_charge(gap, bill.currency, _WHOLE_FEE)
    if cut and age <= (_USUAL_DISCOUNT_DAYS if is_told else _SOON_DAYS):
        is_surer = is_told or tax is None or cut.is_net <= tax.is_net
        if is_surer and (is_told or not is_charge):
            return "usual_discount", cut
    least = _PROVING if tax is not None and tax.is_net and net is None else _PROVING_GROSS
    is_proof = billed >= least * scale_of(bill.currency)
    if tax and ("tax" in said or (is_proof and not is_charge)):
        return "withholding", tax
    return None


def _discount(bill: Bill, payment: Payment, gap: int) -> Shape | None:
    """By the invoice's terms, on its gross total or on its net sum."""
    reduced, percent = discounted(bill), bill.discount_percent
    if reduced is None or percent is None:
        return None
    step = small_step(bill.currency)
    on_gross = abs(abs(reduced) - abs(payment.amount)) <= 2 * step
    if not on_gross and not discount_on_net(abs(bill.effect), gap, percent, bill.net, step=step):
        return None
    last_day = bill.issued + (bill.discount_days or 0) + _DISCOUNT_GRACE_DAYS
    return "discount" if payment.day <= last_day else "late_discount"


def _is_whole(payment: Payment, gap: int) -> bool:
    """Whether a sum was paid that is rounder than the bill's, the next to it."""
    paid, off = abs(payment.amount), abs(gap)
    if off > _WHOLE_SHARE * paid:
        return False
    finer, rounder = round_steps(payment.currency)
    return (off < finer and paid % finer == 0) or (off < rounder and paid % rounder == 0)


def _is_fee(bill: Bill, gap: int) -> bool:
    if gap > 0 and bill.effect > 0:
        return False  # nobody pays us more for the sake of a fee
    most = _FEE_MOST * scale_of(bill.currency)
    return abs(gap) <= min(most, _FEE_SHARE * abs(bill.effect))


def _exchanged(bill: Bill, payment: Payment, exchange: Exchange) -> Settlement | None:
    billed = exchange.convert(bill.effect, bill.currency, payment.currency, payment.day)
    is_printed = abs(bill.effect) in payment.memo.amounts
    share = _PRINTED_SHARE if is_printed else _EXCHANGE_SHARE
    if not billed or abs(abs(payment.amount) - abs(billed)) > share * abs(billed):
        return None
    return Settlement("exchange", billed, payment.amount)
