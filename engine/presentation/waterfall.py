"""The reasons of a match as steps that lead from even odds to its confidence."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from engine.records import Reason


class Step(NamedTuple):
    """One reason: from which log-odds to which, and the probability that it leads to.

    ``start`` and ``end`` are in natural units; 0 is even odds.
    """

    name: str
    evidence: str
    start: float
    end: float
    probability: float

    @property
    def weight(self) -> float:
        """What it adds: above zero it speaks for the match."""
        return self.end - self.start


def steps_of(reasons: Sequence[Reason]) -> tuple[Step, ...]:
    """The reasons in their order, each begun where the one before it ended."""
    steps: list[Step] = []
    total = 0.0
    for reason in reasons:
        end = total + reason.log_odds
        steps.append(Step(reason.name, reason.evidence, total, end, probability(end)))
        total = end
    return tuple(steps)


def probability(log_odds: float) -> float:
    """The probability of natural log-odds."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, log_odds))))
