"""Members in the order of time, and which neighbours among them add up to an amount."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Totals = NDArray[np.int64]


class Neighbours:
    """Members with their amounts; asked for many sums, since running totals are made once."""

    def __init__(self, members: Sequence[int], amounts: Sequence[int]) -> None:
        """Take the members in order, and the amount of each."""
        self.members = members
        self.amounts = dict(zip(members, amounts, strict=True))
        self._totals = [0, *accumulate(amounts)]
        lowest, highest = min(self._totals), max(self._totals)
        self._reach = highest - lowest

    @cached_property
    def _ends(self) -> dict[int, list[int]]:
        ends: dict[int, list[int]] = defaultdict(list)
        for end, total in enumerate(self._totals):
            ends[total].append(end)
        return dict(ends)

    @cached_property
    def _direction(self) -> int:
        """1 or -1 where all amounts are above or below zero, else 0."""
        lowest, highest = min(self.amounts.values()), max(self.amounts.values())
        return 1 if lowest > 0 else -1 if highest < 0 else 0

    @cached_property
    def _ordered(self) -> tuple[Totals, Totals, Totals]:
        """The running totals, the same in ascending order, and where each of these stands."""
        totals = np.array(self._totals, dtype=np.int64)
        places = np.argsort(totals, kind="stable")
        return totals, totals[places], places

    def adding_up_to(self, target: int, longest: int) -> Iterator[tuple[int, ...]]:
        """Two or more neighbours, at most ``longest``, whose sum is the target."""
        if abs(target) > self._reach or self._direction * target < 0:
            return
        ends = self._ends
        for start, total in enumerate(self._totals):
            for end in ends.get(total + target, ()):
                if 2 <= end - start <= longest:
                    yield tuple(self.members[start:end])

    def adding_up_between(
        self, low: int, high: int, longest: int
    ) -> Iterator[tuple[tuple[int, ...], int]]:
        """Neighbours whose sum is from ``low`` to ``high`` (both of one sign), and the sum."""
        if self._direction * high < 0 or low > self._reach or -high > self._reach:
            return
        totals, ordered, places = self._ordered
        firsts = ordered.searchsorted(totals + low)
        lasts = ordered.searchsorted(totals + high, side="right")
        for start in (firsts < lasts).nonzero()[0].tolist():
            for end in sorted(places[firsts[start] : lasts[start]].tolist()):
                if 2 <= end - start <= longest:
                    yield tuple(self.members[start:end]), self._totals[end] - self._totals[start]
