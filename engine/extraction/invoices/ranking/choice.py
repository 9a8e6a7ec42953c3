"""Weighs the candidates of one field against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, Final

import msgspec

from engine.extraction.invoices.sheet.candidate import Candidate

RANKS_PATH: Final = Path(__file__).with_name("ranks.json")


class Ranks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of features by field, fitted so that the right candidate is worth most.

    ``margin`` is by how much, in log-odds, another candidate must lead to take the place of what
    the rules chose; ``share`` is the probability that one must have where they chose none.
    """

    version: int
    margin: float
    share: float
    fields: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate with its features; ``is_rules`` marks the one that the rules chose."""

    candidate: Candidate[Any]
    score: float
    signals: Mapping[str, float]
    is_rules: bool


@cache
def load_ranks() -> Ranks:
    """The committed weights."""
    return msgspec.json.decode(RANKS_PATH.read_bytes(), type=Ranks)


def preferred(options: Sequence[Option], field: str, ranks: Ranks) -> Option | None:
    """The option to take instead of what the rules chose; None where their choice stands."""
    weights = ranks.fields.get(field)
    if not options or not weights:
        return None
    worth = [
        sum(weights.get(name, 0.0) * value for name, value in option.signals.items())
        for option in options
    ]
    top = max(range(len(options)), key=worth.__getitem__)
    rules = next((place for place, option in enumerate(options) if option.is_rules), None)
    if rules is not None:
        return options[top] if worth[top] - worth[rules] > ranks.margin else None
    whole = sum(exp(max(-50.0, other - worth[top])) for other in worth)
    return options[top] if 1 / whole >= ranks.share else None
