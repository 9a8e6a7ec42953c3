"""Fitted weights: from the features of a value to the probability that it is right."""

from collections.abc import Mapping
from math import exp
from typing import Final

import msgspec

_MOST: Final = 30.0


class FieldWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Log-odds of a value being right: ``base``, and ``weights`` for each feature.

    ``usual`` are the mean features of the documents that the weights were fitted to.
    """

    base: float
    weights: dict[str, float]
    usual: dict[str, float]


class Reason(msgspec.Struct, frozen=True):
    """A feature that moved a probability, and by how much in log-odds against what is usual."""

    feature: str
    weight: float


def probability(field: FieldWeights, signals: Mapping[str, float]) -> float:
    """The probability from 0 to 1 that a value with these features is right."""
    weights = field.weights
    odds = field.base
    for name, value in signals.items():
        if name in weights:
            odds += weights[name] * value
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, odds))))


def reasons(field: FieldWeights, signals: Mapping[str, float], most: int = 5) -> list[Reason]:
    """What moved the probability most, against a usual value; negative speaks against it.

    A feature that usually holds and does not here counts too.
    """
    moved = [
        Reason(name, round(weight * (signals.get(name, 0.0) - field.usual.get(name, 0.0)), 2))
        for name, weight in field.weights.items()
    ]
    moved.sort(key=lambda reason: -abs(reason.weight))
    return [reason for reason in moved[:most] if reason.weight]
