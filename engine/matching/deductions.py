"""Usual percentages that a payer takes off: tax withheld, and discounts that no invoice prints.

Both are reckoned on the gross total or on the net sum. Where an invoice's net sum is not known,
the usual rates of value added tax stand for it; the more rates there are, the less it proves that
one of them fits, which ``Deduction.is_net`` says.
"""

from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_VAT = "5 7 7.7 8 8.1 9 10 12 13 15 16 18 19 20 21 22 23 24 25 25.5 27"
_WITHHELD = "1 1.25 1.5 2 3 3.3 4.65 5 6.15 7 7.5 10 10.21 11 15 19 20 20.42 25 30"
_DISCOUNTS = "1 1.5 2 2.5 3 4 5"
LARGEST_SHARE = 0.31
"""No usual percentage is more of a gross total."""
_TOLERANCE = 1.5  # steps: percentages are rounded, at times line by line
_LEAST = 50


class Deduction(NamedTuple):
    """A percentage taken off the gross total, or off the net sum beside a tax."""

    percent: str
    is_net: bool
    vat: str = ""


class _Share(NamedTuple):
    share: float
    order: int
    deduction: Deduction


def withheld(billed: int, gap: int, net: int | None = None, *, step: int = 1) -> Deduction | None:
    """The tax withheld that a gap may be; amounts positive, in minor units.

    ``step`` is what percentages are rounded to.
    """
    return _fitting(_WITHHELD, billed, gap, net, step)


def usual_discount(
    billed: int, gap: int, net: int | None = None, *, step: int = 1
) -> Deduction | None:
    """The usual discount that a gap may be."""
    return _fitting(_DISCOUNTS, billed, gap, net, step)


def discount_on_net(
    billed: int, gap: int, percent: Decimal, net: int | None = None, *, step: int = 1
) -> bool:
    """Whether the gap is the discount of an invoice's own terms, reckoned on its net sum."""
    return _fitting(f"{percent.normalize():f}", billed, gap, net, step) is not None


def _fitting(percents: str, billed: int, gap: int, net: int | None, step: int) -> Deduction | None:
    if gap < _LEAST or gap * 2 > billed:
        return None
    if net:
        for percent in percents.split():
            if abs(net * float(percent) / 100 - gap) <= _TOLERANCE * step:
                return Deduction(percent, is_net=True)
    shares = _shares(percents, net is None)
    low, high = (gap - _TOLERANCE * step) / billed, (gap + _TOLERANCE * step) / billed
    found: _Share | None = None
    for place in range(bisect_left(shares, (low,)), len(shares)):
        if shares[place].share > high:
            break
        if found is None or shares[place].order < found.order:
            found = shares[place]
    return found.deduction if found else None


@lru_cache(maxsize=256)
def _shares(percents: str, with_net: bool) -> list[_Share]:
    """All shares of a gross total that the percentages may be; those of the gross come first."""
    found = [
        _Share(float(percent) / 100, order, Deduction(percent, is_net=False))
        for order, percent in enumerate(percents.split())
    ]
    if with_net:
        found += [
            _Share(float(percent) / (100 + float(vat)), 1000, Deduction(percent, True, vat))
            for percent in percents.split()
            for vat in _VAT.split()
        ]
    return sorted(found)
