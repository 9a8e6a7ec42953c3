"""Members in the order of time, and which neighbours among them add up to an amount."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

_FEW = 48
"""So many members are searched faster one by one than by columns."""

Totals = NDArray[np.int64]
Run = tuple[tuple[int, ...], int]
"""Neighbours, and their sum."""


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
    def _direction(self) -> int:
        """1 or -1 where all amounts are above or below zero, else 0."""
        lowest, highest = min(self.amounts.values()), max(self.amounts.values())
        return 1 if lowest > 0 else -1 if highest < 0 else 0

    @cached_property
    def _rising(self) -> list[int]:
        """The running totals of amounts of one sign, as if all were above zero."""
        return self._totals if self._direction > 0 else [-total for total in self._totals]

    @cached_property
    def _places(self) -> dict[int, int]:
        """The places of the rising totals."""
        return {total: place for place, total in enumerate(self._rising)}

    @cached_property
    def _ordered(self) -> tuple[Totals, Totals, Totals]:
        """The running totals, the same in ascending order, and where each of these stands."""
        totals = np.array(self._totals, dtype=np.int64)
        places = np.argsort(totals, kind="stable")
        return totals, totals[places], places

    def adding_up_to(self, target: int, longest: int) -> Iterator[tuple[int, ...]]:
        """Two or more neighbours, at most ``longest``, whose sum is the target."""
        return (members for members, _ in self.adding_up_between(target, target, longest))

    def adding_up_between(self, low: int, high: int, longest: int) -> Iterator[Run]:
        """Two or more neighbours whose sum is from ``low`` to ``high`` (both of one sign)."""
        if low > self._reach or -high > self._reach or self._direction * high < 0:
            return iter(())
        if not self._direction or len(self.members) > _FEW:
            return self._by_columns(low, high, longest)
        if self._direction < 0:
            low, high = -high, -low
        return self._one_by_one(low, high, longest)

    def _one_by_one(self, low: int, high: int, longest: int) -> Iterator[Run]:
        """As all amounts are of one sign, a later end means a larger sum."""
        totals = self._rising
        if low == high:
            yield from self._exactly(low, longest)
            return
        count, last = len(totals), totals[-1]
        for start, total in enumerate(totals):
            if total + low > last:
                return
            first = bisect_left(totals, total + low, min(start + 2, count))
            for end in range(first, min(count, start + longest + 1)):
                if totals[end] - total > high:
                    break
                yield tuple(self.members[start:end]), self._totals[end] - self._totals[start]

    def _exactly(self, target: int, longest: int) -> Iterator[Run]:
        """Of amounts of one sign, as running totals that rise: each is reached once."""
        end_of = self._places.get
        ends = [end_of(total + target) for total in self._rising]
        for start, end in enumerate(ends):
            if end is not None and 2 <= end - start <= longest:
                yield tuple(self.members[start:end]), self._totals[end] - self._totals[start]

    def _by_columns(self, low: int, high: int, longest: int) -> Iterator[Run]:
        totals, ordered, places = self._ordered
        firsts = ordered.searchsorted(totals + low)
        lasts = ordered.searchsorted(totals + high, side="right")
        for start in (firsts < lasts).nonzero()[0].tolist():
            for end in sorted(places[firsts[start] : lasts[start]].tolist()):
                if 2 <= end - start <= longest:
                    yield tuple(self.members[start:end]), self._totals[end] - self._totals[start]
