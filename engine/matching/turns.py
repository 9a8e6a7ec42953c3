"""Whose turn it is: which bill of a series of equal ones each line pays, all of them seen at once.

A rent is billed month by month and paid month by month; the lines name the payer and nothing else.
One line alone could pay this month's bill early or last month's late. All lines together tell: at
one delay each of them has a bill, at a delay of a month more or less one of them has none.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation

_LEAST = 3
_MOST = 60
"""Bills or lines of a series from which on it is not looked at as a whole."""
_APART = 0.5
"""Two delays are different answers if they differ by this part of the time between two bills."""
_CLEAR = 0.7
"""How much more than any other answer the best one must explain, in lines."""


class _Turns(NamedTuple):
    """Each line's bill by the delay that explains the most, and whether no other comes near."""

    bill_of: dict[int, int]
    is_clear: bool


class Turns:
    """The series of a run: bills of one party and amount, and the lines that name it and pay it."""

    def __init__(self, clues: Clues, equal: Sequence[Explanation]) -> None:
        """Look at ``equal``: lines that name the payer, each with one bill to the cent."""
        self._bills, self._payments = clues.ledger.bills, clues.ledger.payments
        self._clues = clues
        pairs: dict[tuple[int, int], list[Explanation]] = defaultdict(list)
        for e in equal:
            pairs[self._bills[e.bills[0]].party, e.settlement.billed].append(e)
        self._of = {key: turns for key, found in pairs.items() if (turns := self._turns(found))}

    def of(self, payment: int, bill: int) -> str | None:
        """Whose turn it is when the line comes; None where the series does not tell."""
        record = self._bills[bill]
        turns = self._of.get((record.party, record.effect))
        if turns is None or not turns.is_clear:
            return None
        meant = turns.bill_of.get(payment)
        if meant is None:
            return "nobodys"
        return "its" if meant == bill else "anothers"

    def _turns(self, found: Sequence[Explanation]) -> _Turns | None:
        if len(found) < _LEAST:
            return None
        bills = sorted({e.bills[0] for e in found}, key=lambda b: (self._bills[b].reckoned, b))
        lines = sorted({e.payments[0] for e in found}, key=lambda p: (self._payments[p].day, p))
        if len(bills) < _LEAST or len(lines) < _LEAST - 1 or max(len(bills), len(lines)) > _MOST:
            return None
        owed = [self._bills[b].reckoned for b in bills]
        paid = [self._payments[p].day for p in lines]
        gaps = [later - earlier for earlier, later in pairwise(owed) if later > earlier]
        if not gaps:
            return None
        near = max(1.0, _APART * median(gaps))
        fixed = self._fixed(bills, lines)
        answers = sorted(
            (_aligned(owed, paid, lag, near, fixed) for lag in _lags(owed, paid)),
            key=lambda answer: (-answer[0], abs(answer[1]), answer[1]),
        )
        worth, lag, places = answers[0]
        others = (much for much, away, _ in answers if abs(away - lag) > near)
        is_clear = worth - max(others, default=0.0) >= _CLEAR
        return _Turns({lines[n]: bills[b] for n, b in places.items()}, is_clear)

    def _fixed(self, bills: Sequence[int], lines: Sequence[int]) -> dict[int, int]:
        """Places of bills by places of the lines that quote them."""
        places = {bill: n for n, bill in enumerate(bills)}
        return {
            n: places[bill]
            for n, line in enumerate(lines)
            for bill in self._clues.whole_quotes[line]
            if bill in places
        }


def _lags(owed: Sequence[int], paid: Sequence[int]) -> list[int]:
    return sorted({there - here for there in paid for here in owed})


def _aligned(
    owed: Sequence[int], paid: Sequence[int], lag: int, near: float, fixed: dict[int, int]
) -> tuple[float, int, dict[int, int]]:
    """What a delay explains: its worth in lines, the delay, and the bill's place of each line."""
    places: dict[int, int] = {}
    taken, worth = set(fixed.values()), 0.0
    for n, day in enumerate(paid):
        if n in fixed:
            gap = abs(day - owed[fixed[n]] - lag)
            worth += max(-1.0, 1.0 - gap / near)
            places[n] = fixed[n]
            continue
        first = bisect_left(owed, day - lag - near)
        last = bisect_right(owed, day - lag + near)
        best = min(
            (b for b in range(first, last) if b not in taken),
            key=lambda b: (abs(day - owed[b] - lag), b),
            default=None,
        )
        if best is not None:
            taken.add(best)
            places[n] = best
            worth += 1.0 - abs(day - owed[best] - lag) / near
    return worth, lag, places
