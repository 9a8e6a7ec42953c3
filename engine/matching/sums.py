"""Which amounts add up to another: neighbours in a row, or any few by a depth-first search.

The search goes largest amount first, leaves a branch when what remains cannot reach the rest, and
has a fixed budget of steps and of answers.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import numpy as np

LARGEST_SUM = 12
"""Members that a sum found by search may have."""
_STEPS = 3_000
_SOLUTIONS = 4


def runs(
    pool: Sequence[int], amounts: Mapping[int, int], target: int, longest: int
) -> Iterator[tuple[int, ...]]:
    """Two or more neighbours of ``pool``, at most ``longest``, that add up to the target."""
    totals = [0, *accumulate(amounts[member] for member in pool)]
    if target not in range(min(totals) - max(totals), max(totals) - min(totals) + 1):
        return
    ends: dict[int, list[int]] = defaultdict(list)
    for end, total in enumerate(totals):
        ends[total].append(end)
    for start, total in enumerate(totals):
        for end in ends.get(total + target, ()):
            if 2 <= end - start <= longest:
                yield tuple(pool[start:end])


def sums(
    pool: Sequence[int], amounts: Mapping[int, int], target: int, least: int
) -> list[tuple[int, ...]]:
    """Up to a few subsets of ``least`` or more members that add up to the target."""
    if not target:
        return []
    sign = 1 if target > 0 else -1
    order = sorted(pool, key=lambda member: (-abs(amounts[member]), member))
    values = [sign * amounts[member] for member in order]
    if min(values, default=0) > 0:
        places = _of_positive(values, sign * target, least)
    else:
        places = _of_mixed(values, sign * target, least)
    return [tuple(order[place] for place in found) for found in places]


def _of_positive(values: Sequence[int], target: int, least: int) -> list[tuple[int, ...]]:
    """Of amounts above zero, in descending order: most pools hold invoices only."""
    reach = [*accumulate(reversed(values), initial=0)][::-1]  # all that is left from each place on
    negated, smallest, count = [-value for value in values], values[-1], len(values)
    found: list[tuple[int, ...]] = []
    steps = 0

    def search(place: int, rest: int, chosen: tuple[int, ...]) -> None:
        nonlocal steps
        size = len(chosen) + 1
        for index in range(bisect_left(negated, -rest, place), count):
            if reach[index] < rest:
                return
            left = rest - values[index]
            if left == 0:
                if size >= least:
                    found.append((*chosen, index))
            elif smallest <= left <= reach[index + 1] and size < LARGEST_SUM:
                steps += 1
                search(index + 1, left, (*chosen, index))
            if steps > _STEPS or len(found) >= _SOLUTIONS:
                return

    if target <= reach[0]:
        search(0, target, ())
    return found


def _of_mixed(values: Sequence[int], target: int, least: int) -> list[tuple[int, ...]]:
    """Of amounts of either sign, the largest first: credit notes lower what is paid."""
    lowest = [*accumulate((min(v, 0) for v in reversed(values)), initial=0)][::-1]
    highest = [*accumulate((max(v, 0) for v in reversed(values)), initial=0)][::-1]
    found: list[tuple[int, ...]] = []
    steps = 0

    def search(place: int, rest: int, chosen: tuple[int, ...]) -> None:
        nonlocal steps
        for index in range(place, len(values)):
            if not lowest[index] <= rest <= highest[index]:
                return
            left = rest - values[index]
            members = (*chosen, index)
            if left == 0 and len(members) >= least:
                found.append(members)
            elif lowest[index + 1] <= left <= highest[index + 1] and len(members) < LARGEST_SUM:
                steps += 1
                search(index + 1, left, members)
            if steps > _STEPS or len(found) >= _SOLUTIONS:
                return

    search(0, target, ())
    return found


def subsets(amounts: Sequence[int], target: int, most: int) -> list[tuple[int, ...]]:
    """Places of all sets of two to ``most`` positive amounts that add up to the target, in order.

    For up to some fourteen amounts: every sum is made, by adding each amount to all sums before.
    """
    if sum(amounts) < target or len(amounts) < 2:
        return []
    made = np.zeros(1 << len(amounts), dtype=np.int64)
    for place, amount in enumerate(amounts):
        half = 1 << place
        np.add(made[:half], amount, out=made[half : 2 * half])
    hits = np.flatnonzero(made == target).tolist()
    return sorted(
        tuple(place for place in range(len(amounts)) if hit >> place & 1)
        for hit in hits
        if 2 <= hit.bit_count() <= most
    )
