"""What a processor keeps of each payment: a percentage and a fixed sum."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

HUNDREDTH = 100
"""Millionths that are a hundredth of a percent."""
MOST_PERCENT = 1600
"""No processor keeps more, in hundredths of a percent."""
NEAR_PERCENT = (0, -1, 1, -2, 2)
"""Hundredths of a percent by which a first guess may be off."""
_NOTHING: Mapping[int, int] = MappingProxyType({})


class Fee(NamedTuple):
    """What is kept of every payment.

    ``percent`` is in millionths of the amount, ``fixed`` in tenths of minor units; ``unit`` is the
    step that fees are rounded to, in minor units.
    """

    percent: int
    fixed: int
    unit: int = 1

    def net(self, effect: int) -> int:
        """What arrives of a bill; of a credit note all is taken."""
        if effect < 0:
            return effect
        step = 1_000_000 * self.unit
        share = (2 * (effect * self.percent + 100_000 * self.fixed) + step) // (2 * step)
        return effect - share * self.unit

    @property
    def is_odd(self) -> bool:
        """Whether no fee is quoted so: a tax was added to it, or several things are in it."""
        return self.percent % HUNDREDTH > 0


class Cycle(NamedTuple):
    """What explains the lines of a processor that pays on fixed days.

    ``evidence`` is the logarithm of odds that it is no accident, ``lag`` the days from the last day
    that a line covers to the line, ``longest`` the most days that one covers. ``beside`` is what a
    line holds beside the bills less their fee, in minor units: a reserve that was released, or,
    negative, a charge for the payment.
    """

    evidence: float
    fee: Fee
    lag: int
    longest: int
    beside: Mapping[int, int] = _NOTHING


def slack(fee: Fee, count: int) -> int:
    """Minor units by which a sum of so many bills less fee may be off, by rounding alone."""
    odd = fee.unit if fee.is_odd else 0
    return odd if count < 2 else odd + fee.unit * max(1, round(math.sqrt(count) / 2))
