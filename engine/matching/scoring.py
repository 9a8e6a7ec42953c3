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


class FamilyWeights(msgspec.Struct, frozen=True, kw_only=True):
    """The weights of one family of explanations, in natural log-odds."""

    intercept: float
    evidence: dict[str, float]
    calibration: Calibration = Calibration()


Weights = Mapping[Family, FamilyWeights]


@cache
def shipped_weights() -> Weights:
    """The table of weights that comes with Matchbook."""
    return msgspec.json.decode(WEIGHTS_PATH.read_bytes(), type=dict[Family, FamilyWeights])


def log_odds(features: Sequence[str], weights: FamilyWeights) -> float:
    """How much the evidence speaks for the explanation, before its rivals are heard."""
    evidence = weights.evidence
    return weights.intercept + sum(evidence.get(feature, 0.0) for feature in features)


def calibrated(standing: float, calibration: Calibration) -> float:
    """Log-odds, from -30 to 30, whose probability is right as often as it says."""
    return max(-30.0, min(30.0, calibration.shift + calibration.scale * standing))


def probability(total: float) -> float:
    """The probability, from 0 to 1, that log-odds stand for."""
    return 1.0 / (1.0 + math.exp(-total))
