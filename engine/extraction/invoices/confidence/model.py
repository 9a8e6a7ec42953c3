"""The fitted weights: from the features of a value to the probability that it is right."""

from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Final

import msgspec

MODEL_PATH: Final = Path(__file__).with_name("model.json")
_MOST: Final = 30.0


class FieldWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Log-odds of a value being right: ``base``, and ``weights`` for each feature.

    ``usual`` are the mean features of the documents that the weights were fitted to.
    """

    base: float
    weights: dict[str, float]
    usual: dict[str, float]


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by field.

    ``threshold`` is the least probability of a value that is given, and ``ceiling`` the highest
    that any can have, since pages may be of a kind never met; ``togetherness`` is the power
    to which the product of the key fields' probabilities must be raised to be that of all of them
    being right; ``recipe`` tells what the weights were fitted to and how well they do.
    """

    version: int
    threshold: float
    ceiling: float
    togetherness: float
    fields: dict[str, FieldWeights]
    recipe: dict[str, str] = {}


class Reason(msgspec.Struct, frozen=True):
    """A feature that moved a probability, and by how much in log-odds against what is usual."""

    feature: str
    weight: float


@cache
def load_model() -> Model:
    """The committed weights."""
    return msgspec.json.decode(MODEL_PATH.read_bytes(), type=Model)


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
