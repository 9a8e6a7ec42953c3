"""The fitted weights: from the features of a value to the probability that it is right."""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from engine.extraction.weights import FieldWeights, Reason, probability, reasons

__all__ = ["MODEL_PATH", "FieldWeights", "Model", "Reason", "load_model", "probability", "reasons"]

MODEL_PATH: Final = Path(__file__).with_name("model.json")


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


@cache
def load_model() -> Model:
    """The committed weights."""
    return msgspec.json.decode(MODEL_PATH.read_bytes(), type=Model)
