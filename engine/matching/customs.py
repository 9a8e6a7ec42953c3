"""What is usual in a run: how often its payers settle in each way, and how large it is.

An explanation of a kind that next to nobody else in these books needs (a tax withheld, an odd fee)
is likelier an accident than one of a kind that is daily bread here; and the more bills there are,
the more of them meet a line by accident. How often a kind occurs is the sum of the probabilities
of the others of that kind.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.matching.explanation import Family
from engine.matching.scoring import Adaptation, Weights

_MOST = 30.0
_BENDS_AT = 2.0
_THOUSAND = 1000.0
_UNSEEN = 0.5
"""Occurrences that are granted to a kind before any is seen."""
_SMALL = 100.0
"""Bills that are added to those of a run: a small one says little about what is usual."""
_ENOUGH = 3.0
"""Logarithm of occurrences in a thousand bills from which on a kind is as usual as can be."""

_EDGE = re.compile("[<≥]")

Floats = NDArray[np.float64]


class Custom(NamedTuple):
    """What a run says of a match beyond its own evidence: log-odds, and why."""

    log_odds: float
    sentence: str


class Kinds(NamedTuple):
    """The kind of settlement of each explanation, as a number, and the names of the numbers."""

    of: list[int]
    names: list[str]


def kind_named(piece: str) -> str:
    """The kind of settlement, without the size that the first piece of evidence may tell."""
    return _EDGE.split(piece, maxsplit=1)[0]


class Customs:
    """Makes the calibrated log-odds of a run's explanations those of this run.

    Attributes:
        size: Decimal logarithm of how many thousand bills the run has.
        calibrated: Log-odds of each explanation in a run of which nothing is known.
        usual: Logarithm of how many others of its kind there are in a thousand bills.
        totals: Log-odds, from -30 to 30, whose probability is right as often as it says.
    """

    def __init__(
        self,
        standings: Floats,
        families: Sequence[Family],
        kinds: Kinds,
        bills: int,
        weights: Weights,
    ) -> None:
        """Count the kinds.

        Args:
            standings: Log-odds of each explanation after competition.
            families: The family of each.
            kinds: The kind of each.
            bills: How many bills the run has.
            weights: The table that calibrates and adapts.
        """
        self._weights, self._bills = weights, bills
        self.size = math.log10(max(1, bills)) - 3.0
        order = sorted(weights)
        numbers = {family: n for n, family in enumerate(order)}
        self._families = [weights[family].adaptation for family in order]
        self._family_of = np.fromiter(map(numbers.__getitem__, families), np.int64, len(families))
        calibrations = [weights[family].calibration for family in order]
        shifts = np.asarray([c.shift for c in calibrations])[self._family_of]
        scales = np.asarray([c.scale for c in calibrations])[self._family_of]
        self.calibrated: Floats = np.clip(shifts + scales * standings, -_MOST, _MOST)
        likely = 1.0 / (1.0 + np.exp(-self.calibrated))
        kind_of = np.asarray(kinds.of, dtype=np.int64)
        expected = np.bincount(kind_of, weights=likely, minlength=len(kinds.names))
        self._expected: dict[str, float] = dict(zip(kinds.names, expected.tolist(), strict=True))
        self._others: Floats = np.maximum(0.0, expected[kind_of] - likely)
        self.usual: Floats = np.minimum(np.log(self._rate(self._others)), _ENOUGH)
        self.totals: Floats = self._totals()

    def of(self, place: int) -> Custom:
        """What the run says of one of its explanations."""
        adaptation = self._families[int(self._family_of[place])]
        return self._custom(adaptation, float(self._others[place]))

    def of_kind(self, family: Family, features: Sequence[str]) -> Custom:
        """What the run says of an explanation that is none of its own."""
        return self._custom(self._weights[family].adaptation, self._known(features))

    def total_of(self, standing: float, family: Family, features: Sequence[str]) -> float:
        """The total log-odds of an explanation that is none of the run's own."""
        table = self._weights[family]
        said = table.calibration.shift + table.calibration.scale * standing
        said = max(-_MOST, min(_MOST, said))
        a = table.adaptation
        found = (1.0 + a.slope) * said + a.bend * max(0.0, said - _BENDS_AT) + a.shift
        return max(-_MOST, min(_MOST, found + self.of_kind(family, features).log_odds))

    def _totals(self) -> Floats:
        table = [(a.shift, a.slope, a.bend, a.size, a.custom) for a in self._families]
        shift, slope, bend, size, custom = np.asarray(table)[self._family_of].T
        own = (1.0 + slope) * self.calibrated + bend * bent(self.calibrated) + shift
        totals: Floats = np.clip(own + size * self.size + custom * self.usual, -_MOST, _MOST)
        return totals

    def _known(self, features: Sequence[str]) -> float:
        return self._expected.get(kind_named(features[0]), 0.0)

    def _custom(self, adaptation: Adaptation, others: float) -> Custom:
        usual = min(math.log(float(self._rate(np.asarray(others)))), _ENOUGH)
        log_odds = adaptation.size * self.size + adaptation.custom * usual
        count = round(others)
        said = f"about {count:,} other{'s' if count > 1 else ''}" if count else "no other"
        return Custom(log_odds, f"of {self._bills:,} invoices {said} may be settled in this way")

    def _rate(self, others: Floats) -> Floats:
        return _THOUSAND * (others + _UNSEEN) / (self._bills + _SMALL)


def bent(said: Floats) -> Floats:
    """How far log-odds are above those from which on they may grow faster or slower."""
    return np.maximum(0.0, said - _BENDS_AT)
