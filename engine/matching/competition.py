"""Weighs explanations against those that claim the same bills or bank lines.

A bill or a line has at most one right explanation. Belief propagation over these "at most one"
constraints turns each explanation's own log-odds into log-odds that know its rivals, and know
how well the rivals would do elsewhere. Two explanations of one bill that also share lines (or of
one line that share bills) meet at the bill (or line) only, so nothing is counted twice. The cost
is linear in the number of claims.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.matching.explanation import Explanation

_ROUNDS = 24
_DAMPING = 0.5
_LIMIT = 30.0

Floats = NDArray[np.float64]
Indexes = NDArray[np.int64]


class _Claims(NamedTuple):
    """Who claims what, one entry per explanation and bill or line that it needs.

    ``kin`` groups the claims on one resource that meet at another resource already.
    """

    claimant: Indexes
    resource: Indexes
    kin: Indexes


def standings(own: Sequence[float], explanations: Sequence[Explanation]) -> Floats:
    """Log-odds of every explanation after competition; at most its ``own``."""
    start = np.clip(np.asarray(own, dtype=np.float64), -_LIMIT, _LIMIT)
    if not len(start):
        return start
    claims = _claims(explanations)
    pressure = np.zeros(len(claims.claimant))
    for _ in range(_ROUNDS):
        total = start + np.bincount(claims.claimant, weights=pressure, minlength=len(start))
        bid = np.exp(np.clip(total[claims.claimant] - pressure, -_LIMIT, _LIMIT))
        others = np.bincount(claims.resource, weights=bid)[claims.resource]
        others -= np.bincount(claims.kin, weights=bid)[claims.kin]
        heard = -np.log1p(np.maximum(others, 0.0))
        pressure = _DAMPING * pressure + (1.0 - _DAMPING) * heard
    return start + np.bincount(claims.claimant, weights=pressure, minlength=len(start))


def _claims(explanations: Sequence[Explanation]) -> _Claims:
    rows: list[tuple[int, int, int]] = []
    resources: dict[tuple[bool, int], int] = {}
    kin: dict[tuple[int, bool, int], int] = {}
    for index, e in enumerate(explanations):
        for is_bill, needed, met in ((True, e.bills, e.payments), (False, e.payments, e.bills)):
            # With one partner on the other side, all who share that partner meet there.
            partner = (True, met[0]) if len(met) == 1 else (False, index)
            for key in needed:
                resource = resources.setdefault((is_bill, key), len(resources))
                rows.append((index, resource, kin.setdefault((resource, *partner), len(kin))))
    return _Claims(*np.asarray(rows, dtype=np.int64).T)
