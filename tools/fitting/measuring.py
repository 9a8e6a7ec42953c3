"""How good probabilities are: their calibration, and what can be accepted unseen."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Measure:
    """Shares from 0 to 1 of some values with their probabilities."""

    given: int
    precision: float
    recall: float
    acceptable: float
    gap: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measured(judged: Sequence[Judged], truths: int, least: float) -> Measure:
    """Figures for the values whose probability is at least ``least``."""
    given = [entry for entry in judged if entry[0] >= least]
    right = sum(ok for _, ok in given)
    return Measure(
        len(given),
        right / max(1, len(given)),
        right / max(1, truths),
        acceptable_share(given),
        calibration_gap(given),
    )


def acceptable_share(judged: Sequence[Judged], precision: float = 0.99) -> float:
    """The largest share of values, the surest first, of which ``precision`` are right."""
    ordered = sorted(judged, key=lambda entry: -entry[0])
    best = hits = 0
    for count, (chance, ok) in enumerate(ordered, 1):
        hits += ok
        tied = count < len(ordered) and ordered[count][0] == chance
        if not tied and hits >= precision * count:
            best = count
    return best / max(1, len(ordered))


def calibration_gap(judged: Sequence[Judged]) -> float:
    """Mean gap between what probabilities promise and what is right, over ten bins."""
    bins: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for chance, ok in judged:
        place = bins[min(9, int(chance * 10))]
        place[0] += chance
        place[1] += ok
    return sum(abs(a - b) for a, b in bins.values()) / max(1, len(judged))
