"""Which so many of a few amounts add up to another: a search in depth, the largest first."""

from collections.abc import Sequence
from itertools import accumulate

_STEPS = 20_000
_SOLUTIONS = 4


def choices_of_size(amounts: Sequence[int], target: int, size: int) -> list[tuple[int, ...]]:
    """Places of sets of exactly ``size`` positive amounts that add up, within a budget of steps.

    Where most are to be taken, those that are left out are searched.
    """
    if 2 * size > len(amounts):
        left = choices_of_size(amounts, sum(amounts) - target, len(amounts) - size)
        return [tuple(n for n in range(len(amounts)) if n not in set(some)) for some in left]
    if size == 0:
        return [()] if target == 0 else []
    order = sorted(range(len(amounts)), key=lambda place: (-amounts[place], place))
    values = [amounts[place] for place in order]
    totals = [0, *accumulate(values)]
    found: list[tuple[int, ...]] = []
    steps = 0

    def search(place: int, rest: int, need: int, chosen: tuple[int, ...]) -> None:
        nonlocal steps
        for index in range(place, len(values) - need + 1):
            steps += 1
            if steps > _STEPS or len(found) >= _SOLUTIONS:
                return
            if totals[index + need] - totals[index] < rest:
                return  # even the largest that are left do not reach
            left = rest - values[index]
            if need == 1:
                if left == 0:
                    found.append((*chosen, index))
            elif totals[-1] - totals[-need] <= left:
                search(index + 1, left, need - 1, (*chosen, index))

    search(0, target, size, ())
    return [tuple(sorted(order[place] for place in some)) for some in found]
