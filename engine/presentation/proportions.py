"""How far a share of a few decided cases may be off."""

import math
from typing import Final, NamedTuple

_Z: Final = 1.959964
"""Of a two-sided range of 95 %."""


class Proportion(NamedTuple):
    """``right`` of ``total`` cases, and the range that holds the true share 95 times in 100."""

    right: int
    total: int
    share: float | None
    low: float
    high: float


def proportion(right: int, total: int) -> Proportion:
    """The share with its range by Wilson's formula; without cases the share is unknown."""
    if not total:
        return Proportion(right, total, None, 0.0, 1.0)
    share = right / total
    spread = _Z * _Z / total
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return Proportion(right, total, share, max(0.0, middle - half), min(1.0, middle + half))
