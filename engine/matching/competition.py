"""Weighs explanations against those that claim the same bills or bank lines.

A bill or a line has at most one right explanation. Belief propagation over these "at most one"
constraints turns each explanation's own log-odds into log-odds that know its rivals, and know
how well the rivals would do elsewhere. Two explanations of one bill that also share lines (or of
one line that share bills) meet at the bill (or line) only, so nothing is counted twice. The cost
is linear in the number of claims.
"""

from collections.abc import Sequence
from itertools import chain
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


def standings(own: Sequence[float] | Floats, explanations: Sequence[Explanation]) -> Floats:
    """Log-odds of every explanation after competition; at most its ``own``."""
    return Competition(explanations).standings(own)


class Competition:
    """The claims of one run's explanations, for any log-odds that these may have."""

    def __init__(self, explanations: Sequence[Explanation]) -> None:
        """Note who claims what."""
        self._claims = _claims(explanations) if explanations else None

    def standings(self, own: Sequence[float] | Floats) -> Floats:
        """Log-odds of every explanation after competition; at most its ``own``."""
        start = np.clip(np.asarray(own, dtype=np.float64), -_LIMIT, _LIMIT)
        claims = self._claims
        if claims is None:
            return start
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
    """All claims on bills, then all on bank lines; each in the order of the explanations."""
    bills, of_bills = _flat([e.bills for e in explanations])
    lines, of_lines = _flat([e.payments for e in explanations])
    lines += bills.max() + 1
    resource = np.concatenate((bills, lines))
    count = int(resource.max()) + 1
    # With one partner on the other side, all who share that partner meet there.
    partner = np.concatenate(
        (_partners(of_bills, lines, of_lines, count), _partners(of_lines, bills, of_bills, count))
    )
    pair = resource * (count + len(explanations)) + partner
    kin = np.unique(pair, return_inverse=True)[1]
    return _Claims(np.concatenate((of_bills, of_lines)), resource, kin)


def _flat(needs: Sequence[tuple[int, ...]]) -> tuple[Indexes, Indexes]:
    """What is needed, one after the other, and the position of who needs it."""
    counts = np.fromiter(map(len, needs), np.int64, len(needs))
    needed = np.fromiter(chain.from_iterable(needs), np.int64, int(counts.sum()))
    return needed, np.repeat(np.arange(len(needs)), counts)


def _partners(claimants: Indexes, met: Indexes, of_met: Indexes, count: int) -> Indexes:
    """Per claim, what its claimant meets on the other side: one resource, else only itself."""
    met_by = np.bincount(of_met)
    first = np.cumsum(met_by) - met_by
    alone = met_by == 1
    partner = np.where(alone, met[np.minimum(first, len(met) - 1)], count + np.arange(len(met_by)))
    return partner[claimants]
