"""Weighs the evidence of all explanations of a run, in shares; only sums are kept of it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from engine.matching.explaining import Explained
from engine.matching.hands import Hands
from engine.matching.ledger import Ledger
from engine.matching.limits import Limit, limits_of
from engine.matching.scoring import Weights

_AT_ONCE = 10_000
"""Explanations whose evidence is in memory at a time."""


class _Part(NamedTuple):
    """The log-odds of one share, the number of each one's limit, and the limits."""

    own: list[float]
    numbers: list[int]
    limits: list[Limit]


class _Worth(dict[str, float]):
    """Weights of pieces of evidence; one that was never seen weighs nothing."""

    def __missing__(self, piece: str) -> float:
        return 0.0


def weigh_evidence(
    ledger: Ledger, explained: Explained, weights: Weights, hands: Hands
) -> tuple[list[float], list[Limit]]:
    """What the evidence of each explanation alone says, in log-odds, and the limit it sets."""
    explanations = explained.explanations
    tables = {
        family: (table.intercept, _Worth(table.evidence).__getitem__)
        for family, table in weights.items()
    }

    def part(share: range) -> _Part:
        own: list[float] = []
        limits: list[Limit] = []
        for start in range(share.start, share.stop, _AT_ONCE):
            some = explanations[start : min(start + _AT_ONCE, share.stop)]
            evidence = list(map(explained.maker.features, some))
            for e, pieces in zip(some, evidence, strict=True):
                intercept, worth = tables[e.family]
                own.append(intercept + sum(map(worth, pieces)))
            limits.extend(limits_of(some, evidence, ledger))
        return _Part(own, *_numbered(limits))

    parts = hands.together(
        [partial(part, share) for share in hands.shares_of(len(explanations))], _Part
    )
    own = [value for one in parts for value in one.own]
    return own, [one.limits[number] for one in parts for number in one.numbers]


def _numbered(limits: Sequence[Limit]) -> tuple[list[int], list[Limit]]:
    numbers: dict[Limit, int] = {}
    found = [numbers.setdefault(limit, len(numbers)) for limit in limits]
    return found, list(numbers)
