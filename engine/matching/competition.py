"""Weighs explanations against those that claim the same bills or bank lines.

A bill or a line has at most one right explanation. Belief propagation over these "at most one"
constraints turns each explanation's own log-odds into log-odds that know its rivals, and know
how well the rivals would do elsewhere. The cost is linear in the number of claims.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 24
_DAMPING = 0.5
_LIMIT = 30.0

Floats = NDArray[np.float64]


def standings(own: Sequence[float], claims: Sequence[Sequence[int]], resources: int) -> Floats:
    """Log-odds of every explanation after competition.

    Args:
        own: Each explanation's own log-odds.
        claims: For each explanation the resources (bills and lines, numbered together) it needs.
        resources: How many resources there are.
    """
    start = np.clip(np.asarray(own, dtype=np.float64), -_LIMIT, _LIMIT)
    if not len(start):
        return start
    sizes = np.fromiter((len(c) for c in claims), dtype=np.int64, count=len(claims))
    claimant = np.repeat(np.arange(len(start)), sizes)
    resource = np.fromiter((r for c in claims for r in c), dtype=np.int64, count=int(sizes.sum()))
    pressure = np.zeros(len(claimant))
    for _ in range(_ROUNDS):
        total = start + np.bincount(claimant, weights=pressure, minlength=len(start))
        bid = np.exp(np.clip(total[claimant] - pressure, -_LIMIT, _LIMIT))
        others = np.bincount(resource, weights=bid, minlength=resources)[resource] - bid
        heard = -np.log1p(np.maximum(others, 0.0))
        pressure = _DAMPING * pressure + (1.0 - _DAMPING) * heard
    return start + np.bincount(claimant, weights=pressure, minlength=len(start))
