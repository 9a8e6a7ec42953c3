"""Log-odds of an explanation: the sum of the weights of its pieces of evidence.

The table of weights ships as JSON; ``tools/fit_matching.py`` makes it from labelled runs.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from engine.matching.explanation import Family

WEIGHTS_PATH = Path(__file__).with_name("weights.json")


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """Makes log-odds after competition those of a probability that comes true as often."""

    shift: float = 0.0
    scale: float = 1.0


class Adaptation(msgspec.Struct, frozen=True, kw_only=True):
    """Makes calibrated log-odds those of one run: by its size, and by what is usual in it.

    Attributes:
        shift: added to the log-odds.
        slope: times the log-odds, added.
        bend: times what the log-odds are above 2, added.
        size: for each tenfold of a thousand bills, added.
        custom: for each step of the logarithm of how usual the kind of settlement is, added.
    """

    shift: float = 0.0
    slope: float = 0.0
    bend: float = 0.0
    size: float = 0.0
    custom: float = 0.0


class FamilyWeights(msgspec.Struct, frozen=True, kw_only=True):
    """The weights of one family of explanations, in natural log-odds."""

    intercept: float
    evidence: dict[str, float]
    calibration: Calibration = Calibration()
    adaptation: Adaptation = Adaptation()

    @property
    def scale(self) -> float:
        """What calibration and adaptation make of each log-odd of evidence."""
        return self.calibration.scale * (1.0 + self.adaptation.slope)

    @property
    def shift(self) -> float:
        """What calibration and adaptation add to the intercept in any run."""
        return self.calibration.shift * (1.0 + self.adaptation.slope) + self.adaptation.shift


Weights = Mapping[Family, FamilyWeights]


@cache
def shipped_weights() -> Weights:
    """The table of weights that comes with Matchbook."""
    return msgspec.json.decode(WEIGHTS_PATH.read_bytes(), type=dict[Family, FamilyWeights])


def log_odds(features: Sequence[str], weights: FamilyWeights) -> float:
    """How much the evidence speaks for the explanation, before its rivals are heard."""
    evidence = weights.evidence
    return weights.intercept + sum(evidence.get(feature, 0.0) for feature in features)


def probability(total: float) -> float:
    """The probability, from 0 to 1, that log-odds stand for."""
    return 1.0 / (1.0 + math.exp(-total))
