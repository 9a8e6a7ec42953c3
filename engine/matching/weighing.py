"""Weighs the evidence of all explanations of a run, in shares; only sums are kept of it."""

import math
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from engine.matching.customs import Kinds, kind_named
from engine.matching.explaining import Explained
from engine.matching.explanation import Explanation, Family
from engine.matching.features import FeatureMaker, by_family
from engine.matching.hands import ALONE, Hands
from engine.matching.ledger import Ledger
from engine.matching.limits import HOPELESS, USUAL, Limit, limits_of
from engine.matching.scoring import FamilyWeights, Weights

_AT_ONCE = 10_000
"""Explanations whose evidence is in memory at a time."""

Value = TypeVar("Value", bound=Hashable)


class _Part(NamedTuple):
    """The log-odds of one share, the number of each one's limit and kind, and what these are."""

    own: list[float]
    limit_numbers: list[int]
    limits: list[Limit]
    kind_numbers: list[int]
    kinds: list[str]


class Evidence(NamedTuple):
    """What each explanation's evidence alone says, in log-odds; its limit and its kind."""

    own: list[float]
    limits: list[Limit]
    kinds: Kinds


class _Said(NamedTuple):
    """What is said of one explanation: log-odds, limit, and the first piece of evidence."""

    worth: float
    limit: Limit
    first: str


def weigh_evidence(
    ledger: Ledger, explained: Explained, weights: Weights, hands: Hands = ALONE
) -> Evidence:
    """What the evidence says of each explanation."""
    explanations = explained.explanations
    scales = _Scales(ledger, explained.maker, weights, limits_all=bool(explained.words.of))

    def part(share: range) -> _Part:
        said = [
            one
            for start in range(share.start, share.stop, _AT_ONCE)
            for one in scales.said(explanations[start : min(start + _AT_ONCE, share.stop)])
        ]
        return _Part(
            [one.worth for one in said],
            *_numbered([one.limit for one in said]),
            *_numbered([one.first for one in said]),
        )

    parts = hands.together(
        [partial(part, share) for share in hands.shares_of(len(explanations))], _Part
    )
    own = [value for one in parts for value in one.own]
    limits = [one.limits[number] for one in parts for number in one.limit_numbers]
    numbers: dict[str, int] = {}
    kind_of: list[int] = []
    for one in parts:
        here = [numbers.setdefault(kind_named(piece), len(numbers)) for piece in one.kinds]
        kind_of.extend(map(here.__getitem__, one.kind_numbers))
    return Evidence(own, limits, Kinds(kind_of, list(numbers)))


class _Scales:
    """Weighs explanations family by family; ``limits_all`` even those that come near no limit."""

    def __init__(
        self, ledger: Ledger, maker: FeatureMaker, weights: Weights, *, limits_all: bool
    ) -> None:
        self._ledger, self._maker, self._weights = ledger, maker, weights
        self._limited_from = -math.inf if limits_all else HOPELESS

    def said(self, explanations: Sequence[Explanation]) -> list[_Said]:
        """What is said of each."""
        found: dict[int, _Said] = {}
        for family, places in by_family(explanations).items():
            alike = [explanations[place] for place in places]
            found.update(zip(places, self._of_family(family, alike), strict=True))
        return [found[place] for place in range(len(explanations))]

    def _of_family(self, family: Family, explanations: Sequence[Explanation]) -> list[_Said]:
        evidence = self._maker.evidence(family, explanations)
        worths = self._weights[family].intercept + evidence.worth(_weight_in(self._weights[family]))
        limited = (worths > self._limited_from).nonzero()[0]
        some = [explanations[n] for n in limited.tolist()]
        limits = [USUAL] * len(explanations)
        for n, limit in zip(
            limited.tolist(), limits_of(some, evidence.rows(limited), self._ledger), strict=True
        ):
            limits[n] = limit
        return list(map(_Said, worths.tolist(), limits, evidence.first()))


def _weight_in(table: FamilyWeights) -> Callable[[str], float]:
    """Weights of pieces of evidence; one that was never seen weighs nothing."""
    return lambda piece: table.evidence.get(piece, 0.0)


def _numbered(values: Sequence[Value]) -> tuple[list[int], list[Value]]:
    numbers: dict[Value, int] = {}
    found = [numbers.setdefault(value, len(numbers)) for value in values]
    return found, list(numbers)
