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
_HAIR = 1e-6


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
    return _fitting(_written(percent), billed, gap, net, step) is not None


@lru_cache(maxsize=256)
def _written(percent: Decimal) -> str:
    return f"{percent.normalize():f}"


def _fitting(percents: str, billed: int, gap: int, net: int | None, step: int) -> Deduction | None:
    if gap < _LEAST or gap * 2 > billed:
        return None
    tolerance = _TOLERANCE * step
    found = _of_net(percents, net, gap, tolerance) if net else None
    return found or _of_gross(percents, billed, gap, tolerance, with_net=net is None)


def _of_net(percents: str, net: int, gap: int, tolerance: float) -> Deduction | None:
    """The lowest of the percentages of the net sum that comes near the gap."""
    rates = _rates(percents)
    lowest = 100 * (gap - tolerance) / net - _HAIR
    for place in range(bisect_left(rates, lowest), len(rates)):
        off = net * rates[place] / 100 - gap
        if abs(off) <= tolerance:
            return _deductions(percents)[place]
        if off > tolerance:
            break
    return None


def _of_gross(
    percents: str, billed: int, gap: int, tolerance: float, *, with_net: bool
) -> Deduction | None:
    """The first of the shares of the gross total that comes near the gap."""
    edges, shares = _shares(percents, with_net)
    low, high = (gap - tolerance) / billed, (gap + tolerance) / billed
    found: _Share | None = None
    for place in range(bisect_left(edges, low), len(edges)):
        if edges[place] > high:
            break
        if found is None or shares[place].order < found.order:
            found = shares[place]
    return found.deduction if found else None


@lru_cache(maxsize=256)
def _rates(percents: str) -> list[float]:
    return sorted(map(float, percents.split()))


@lru_cache(maxsize=256)
def _deductions(percents: str) -> list[Deduction]:
    """What each of ``_rates`` stands for."""
    return [Deduction(percent, is_net=True) for percent in sorted(percents.split(), key=float)]


@lru_cache(maxsize=256)
def _shares(percents: str, with_net: bool) -> tuple[list[float], list[_Share]]:
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
    found.sort()
    return [share.share for share in found], found
