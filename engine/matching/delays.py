"""When bills are usually paid, learned from the pairs of this run that nothing else explains.

Every question leaves out the pair that is asked about, so a pair never vouches for itself.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from engine.matching.clues import Clues
from engine.matching.evidence_columns import Flags, Floats
from engine.matching.explanation import Explanation
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.remembered import Remembered
from engine.matching.rows import Bill
from engine.matching.turns import Turns

_KERNEL_DAYS = 4
_LEAST_OTHERS = 2
_SERIES = 3


class Delays:
    """The usual days from due date to payment, by party; and by party and amount for series."""

    def __init__(
        self,
        clues: Clues,
        singles: Sequence[Explanation],
        remembered: Remembered | None = None,
    ) -> None:
        """Learn from ``singles``, the one-to-one explanations of the run, and from decisions."""
        self._clues = clues
        equal = [e for e in singles if e.settlement.shape == "exact" and self._is_named(e)]
        lines = Counter(e.payments[0] for e in equal)
        bills = Counter(e.bills[0] for e in equal)
        self._lags: dict[int, list[int]] = defaultdict(list)
        self._own: dict[tuple[int, int], int] = {}
        for e in equal:
            quoted = clues.quote(e.payments[0], e.bills[0])
            alone = lines[e.payments[0]] == 1 and bills[e.bills[0]] == 1
            if alone or (quoted and quoted.form in ("structured", "number", "digits")):
                self._own[e.payments[0], e.bills[0]] = self._lag(e)
                self._lags[self._party(e)].append(self._lag(e))
        decided = remembered.pairs("delay") if remembered else []
        for pair in decided:
            self._lags[pair.party].append(pair.lag)
        for lags in self._lags.values():
            lags.sort()
        self._everybody = sorted(lag for lags in self._lags.values() for lag in lags)
        self._medians = {
            party: _median(lags, None)
            for party, lags in self._lags.items()
            if len(lags) >= _LEAST_OTHERS
        }
        self._series = self._series_lags(equal)
        self.turns = Turns(clues, equal)
        records = clues.ledger.bills
        self._usual = np.array([self._usual_of(b) for b in records], dtype=np.float64)
        self._is_series = np.array(
            [(b.party, b.effect) in self._series for b in records], dtype=np.bool_
        )
        self._reckoned = np.array([b.reckoned for b in records], dtype=np.int64)
        self._day = np.array([p.day for p in clues.ledger.payments], dtype=np.int64)

    def from_usual(self, lines: Sequence[int], bills: Sequence[int]) -> tuple[Floats, Flags]:
        """Days between the delay of each pair and the usual one; nan where there is none.

        Returns:
            The days, and whether the bill is one of a series: the party bills its very amount
            again and again.
        """
        line, bill = np.array(lines, dtype=np.int64), np.array(bills, dtype=np.int64)
        usual = self._usual[bill]
        for place, pair in enumerate(zip(lines, bills, strict=True)):
            if pair in self._own and not self._is_series[pair[1]]:
                usual[place] = self._without(*pair)
        return np.rint(np.abs(self._day[line] - self._reckoned[bill] - usual)), self._is_series[
            bill
        ]

    def _without(self, payment: int, bill: int) -> float:
        """The usual delay of the bill's party by its other pairs."""
        lags = self._lags[self._clues.ledger.bills[bill].party]
        if len(lags) <= _LEAST_OTHERS:
            return math.nan
        return _median(lags, bisect_left(lags, self._own[payment, bill]))

    def _usual_of(self, bill: Bill) -> float:
        """The delay of the bill's series, else of its party."""
        series = self._series.get((bill.party, bill.effect))
        return self._medians.get(bill.party, math.nan) if series is None else series

    def _series_lags(self, equal: Sequence[Explanation]) -> dict[tuple[int, int], int]:
        """For amounts billed and paid repeatedly: the delay that most of their pairs share."""
        pairs: dict[tuple[int, int], list[Explanation]] = defaultdict(list)
        for e in equal:
            pairs[self._party(e), e.settlement.billed].append(e)
        return {
            key: _densest([self._lag(e) for e in found])
            for key, found in pairs.items()
            if len(found) >= _SERIES
            and len({e.bills for e in found}) >= _SERIES
            and len({e.payments for e in found}) > 1
        }

    def _lag(self, e: Explanation) -> int:
        ledger = self._clues.ledger
        return ledger.payments[e.payments[0]].day - ledger.bills[e.bills[0]].reckoned

    def _party(self, e: Explanation) -> int:
        return self._clues.ledger.bills[e.bills[0]].party

    def _is_named(self, e: Explanation) -> bool:
        named = self._clues.name_of(e.payments[0], self._party(e))
        return bool(named and named.score >= SURELY_NAMED)


def _median(lags: Sequence[int], left_out: int | None) -> float:
    """The median of sorted lags but for the one at the place ``left_out``; in constant time."""
    count = len(lags) - (left_out is not None)

    def at(place: int) -> int:
        return lags[place if left_out is None or place < left_out else place + 1]

    return (at((count - 1) // 2) + at(count // 2)) / 2


def _densest(lags: Sequence[int]) -> int:
    """The lag with the most others near it; of equals the one nearest to the due date."""
    counts = Counter(lags)

    def support(lag: int) -> int:
        near = range(1 - _KERNEL_DAYS, _KERNEL_DAYS)
        return sum((_KERNEL_DAYS - abs(away)) * counts[lag + away] for away in near)

    return min(counts, key=lambda lag: (-support(lag), abs(lag), lag))
