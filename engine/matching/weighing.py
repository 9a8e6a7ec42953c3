"""Weighs the evidence of all explanations of a run, in shares; only sums are kept of it."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from engine.matching.customs import Kinds, kind_named
from engine.matching.explaining import Explained
from engine.matching.hands import ALONE, Hands
from engine.matching.ledger import Ledger
from engine.matching.limits import Limit, limits_of
from engine.matching.scoring import Weights

_AT_ONCE = 10_000
"""Explanations whose evidence is in memory at a time."""


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


class _Worth(dict[str, float]):
    """Weights of pieces of evidence; one that was never seen weighs nothing."""

    def __missing__(self, piece: str) -> float:
        return 0.0


def weigh_evidence(
    ledger: Ledger, explained: Explained, weights: Weights, hands: Hands = ALONE
) -> Evidence:
    """What the evidence says of each explanation."""
    explanations = explained.explanations
    tables = {
        family: (table.intercept, _Worth(table.evidence).__getitem__)
        for family, table in weights.items()
    }

    is_ruled = bool(explained.words.of)

    def part(share: range) -> _Part:
        own: list[float] = []
        limits: list[Limit] = []
        kinds: list[str] = []
        for start in range(share.start, share.stop, _AT_ONCE):
            some = explanations[start : min(start + _AT_ONCE, share.stop)]
            evidence = list(map(explained.maker.features, some))
            said: list[float] = []
            for e, pieces in zip(some, evidence, strict=True):
                intercept, worth = tables[e.family]
                said.append(intercept + sum(map(worth, pieces)))
                kinds.append(pieces[0])
            own.extend(said)
            limits.extend(limits_of(some, evidence, ledger, None if is_ruled else said))
        return _Part(own, *_numbered(limits), *_numbered(kinds))

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


Value = TypeVar("Value", bound=Hashable)


def _numbered(values: Sequence[Value]) -> tuple[list[int], list[Value]]:
    numbers: dict[Value, int] = {}
    found = [numbers.setdefault(value, len(numbers)) for value in values]
    return found, list(numbers)
