"""Weighs the evidence of all explanations of a run, in shares; only sums are kept of it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from engine.matching.explaining import Explained
from engine.matching.hands import Hands
from engine.matching.ledger import Ledger
from engine.matching.limits import Limit, limits_of
from engine.matching.scoring import Weights, log_odds

_AT_ONCE = 10_000
"""Explanations whose evidence is in memory at a time."""


class _Part(NamedTuple):
    """The log-odds of one share, the number of each one's limit, and the limits."""

    own: list[float]
    numbers: list[int]
    limits: list[Limit]


def weigh_evidence(
    ledger: Ledger, explained: Explained, weights: Weights, hands: Hands
) -> tuple[list[float], list[Limit]]:
    """What the evidence of each explanation alone says, in log-odds, and the limit it sets."""
    explanations = explained.explanations

    def part(share: range) -> _Part:
        own: list[float] = []
        limits: list[Limit] = []
        for start in range(share.start, share.stop, _AT_ONCE):
            some = explanations[start : min(start + _AT_ONCE, share.stop)]
            evidence = list(map(explained.maker.features, some))
            own.extend(
                log_odds(pieces, weights[e.family])
                for e, pieces in zip(some, evidence, strict=True)
            )
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
