"""Members in the order of time, and which neighbours among them add up to an amount."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate


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
    def _negated(self) -> list[int]:
        return [-total for total in self._totals]

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
        sign = 1 if high > 0 else -1
        nearest, farthest = (low, high) if sign > 0 else (-high, -low)
        if self._direction == -sign or nearest > self._reach:
            return
        totals = self._totals if sign > 0 else self._negated
        first, count = 0, len(totals)
        for start, total in enumerate(totals):
            if self._direction:  # the totals ascend
                while first < count and totals[first] < total + nearest:
                    first += 1
                if first == count:
                    return
            else:
                first = start + 2
            for end in range(first, min(start + longest + 1, count)):
                found = totals[end] - total
                if found > farthest and self._direction:
                    break
                if end - start >= 2 and nearest <= found <= farthest:
                    yield tuple(self.members[start:end]), sign * found
