"""Which few amounts add up to another, by a depth-first search, or among all sums of a few.

The search goes largest amount first, leaves a branch when what remains cannot reach the rest, and
has a fixed budget of steps and of answers.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np

LARGEST_SUM = 12
"""Members that a sum found by search may have."""
_STEPS = 3_000
_SOLUTIONS = 4
_SMALL = 2**31


def sums(
    pool: Sequence[int], amounts: Mapping[int, int], target: int, least: int
) -> list[tuple[int, ...]]:
    """Up to a few subsets of ``least`` or more members that add up to the target.

    Of equal amounts the first member of the pool is tried first.
    """
    if not target or not pool:
        return []
    sign = 1 if target > 0 else -1
    order = sorted(pool, key=amounts.__getitem__, reverse=target > 0)
    values = [sign * amounts[member] for member in order]
    if values[-1] <= 0:
        order = sorted(pool, key=lambda member: -abs(amounts[member]))
        values = [sign * amounts[member] for member in order]
    if min(values) > 0:
        places = _of_positive(values, sign * target, least)
    else:
        places = _of_mixed(values, sign * target, least)
    return [tuple(order[place] for place in found) for found in places]


def _of_positive(values: Sequence[int], target: int, least: int) -> list[tuple[int, ...]]:
    """Of amounts above zero, in descending order: most pools hold invoices only."""
    reach = [*accumulate(reversed(values), initial=0)][::-1]  # all that is left from each place on
    reach[-1] = -1  # nothing can be reached from behind the last
    negated, smallest, values = [-value for value in values], values[-1], [*values, 0]
    found: list[tuple[int, ...]] = []
    chosen: list[tuple[int, int]] = []  # a member's place, and the rest before it
    steps, rest, place = 0, target, bisect_left(negated, -target)
    while steps <= _STEPS and len(found) < _SOLUTIONS:
        if reach[place] < rest:
            if not chosen:
                break
            place, rest = chosen.pop()
            place += 1
            continue
        left = rest - values[place]
        if left >= smallest and len(chosen) < LARGEST_SUM - 1:
            steps += 1
            after = bisect_left(negated, -left, place + 1)
            if left >= 2 * smallest:
                chosen.append((place, rest))
                rest, place = left, after
                continue
            # Only one more has room: one that is just what is left.
            while values[after] == left and steps <= _STEPS and len(found) < _SOLUTIONS:
                if len(chosen) + 2 >= least:
                    found.append((*(member for member, _ in chosen), place, after))
                after += 1
        elif left == 0 and len(chosen) + 1 >= least:
            found.append((*(member for member, _ in chosen), place))
        elif left < smallest:
            # What leaves less than the smallest leads nowhere.
            place = max(place, bisect_left(negated, smallest - rest, place + 1) - 1)
        place += 1
    return found


def _of_mixed(values: Sequence[int], target: int, least: int) -> list[tuple[int, ...]]:
    """Of amounts of either sign, the largest first: credit notes lower what is paid."""
    lowest = [*accumulate((min(v, 0) for v in reversed(values)), initial=0)][::-1]
    highest = [*accumulate((max(v, 0) for v in reversed(values)), initial=0)][::-1]
    # With a member, all that can be reached from it on is from its floor to its ceiling.
    floors = [value + low for value, low in zip(values, lowest[1:], strict=True)]
    ceilings = [value + high for value, high in zip(values, highest[1:], strict=True)]
    lowest[-1], highest[-1] = 1, -1  # nothing can be reached from behind the last
    found: list[tuple[int, ...]] = []
    chosen: list[tuple[int, int]] = []
    steps, rest, place = 0, target, 0
    while steps <= _STEPS and len(found) < _SOLUTIONS:
        if not lowest[place] <= rest <= highest[place]:
            if not chosen:
                break
            place, rest = chosen.pop()
        elif rest == values[place] and len(chosen) + 1 >= least:
            found.append((*(member for member, _ in chosen), place))
        elif floors[place] <= rest <= ceilings[place] and len(chosen) + 1 < LARGEST_SUM:
            steps += 1
            chosen.append((place, rest))
            rest -= values[place]
        place += 1
    return found


def subsets(amounts: Sequence[int], target: int, most: int) -> list[tuple[int, ...]]:
    """Places of all sets of two to ``most`` positive amounts that add up to the target, in order.

    For up to some fourteen amounts: every sum is made, by adding each amount to all sums before.
    """
    total = sum(amounts)
    if total < target or len(amounts) < 2:
        return []
    made = np.zeros(1 << len(amounts), dtype=np.int32 if total < _SMALL else np.int64)
    for place, amount in enumerate(amounts):
        half = 1 << place
        np.add(made[:half], amount, out=made[half : 2 * half])
    hits = np.flatnonzero(made == target).tolist()
    return sorted(
        tuple(place for place in range(len(amounts)) if hit >> place & 1)
        for hit in hits
        if 2 <= hit.bit_count() <= most
    )
