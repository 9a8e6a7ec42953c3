"""Sieves the bills that many lines might pay, in columns: parts apart from what may be settled.

Most bills of a party that a line names are much more than the line pays, or much less. Telling so
bill by bill would be most of the work of a large run.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.matching.clues import Clues
from engine.matching.deductions import LARGEST_SHARE
from engine.matching.ledger import UNKNOWN_DAY
from engine.matching.rows import Bill
from engine.matching.windows import EARLY_DAYS, LONGEST_TERMS

SLIGHTLY_OVER = 1.3
"""More money than so many times the bill pays it only where it is quoted."""
PART_EARLY_DAYS = 10
"""Days before its issue in which a part of a bill may be paid."""
_NAMED_ENOUGH = 0.5
_PARTIES = 3
_NAMED_MOST = 60
_AT_ONCE = 1_000
_DAYS = 2**22
_BILLS = 2**28

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Sieved(NamedTuple):
    """A line with the bills that it may settle, and those of which it can only be a part.

    The latter are in the order in which their due days are near the line's day.
    """

    payment: int
    likely: list[int]
    parts: list[int]


class _Pairs(NamedTuple):
    """Lines, by their places in the batch, and bills, one entry per pair."""

    lines: Numbers
    bills: Numbers


class Sieve:
    """The bills of a run in columns, and those of each party by day of issue."""

    def __init__(self, clues: Clues) -> None:
        """Take all bills of the run."""
        bills, own = clues.ledger.bills, clues.ledger.bills_of
        self._clues = clues
        self._currencies = {code: place for place, code in enumerate(clues.currencies)}
        self._currency = np.array([self._currencies[b.currency] for b in bills], dtype=np.int64)
        self._effect = np.array([b.effect for b in bills], dtype=np.float64)
        self._part_below = np.array([_part_below(b) for b in bills], dtype=np.float64)
        self._first = np.array(clues.windows.first_days, dtype=np.int64)
        self._last = np.array(clues.windows.last_days, dtype=np.int64)
        self._issued = np.array([b.issued for b in bills], dtype=np.int64)
        self._due = np.array([b.reckoned for b in bills], dtype=np.int64)
        self._by_party = np.fromiter(chain.from_iterable(own), np.int64, len(bills))
        self._begins = np.cumsum([0, *map(len, own)])
        parties = np.repeat(np.arange(len(own)), np.diff(self._begins))
        self._keys = parties * _DAYS + self._issued[self._by_party]

    def sieved(
        self, payments: Iterable[int], others: Callable[[int], Iterable[int]]
    ) -> Iterator[Sieved]:
        """Line by line, the bills of the parties that it names, and those of ``others``."""
        asked = list(payments)
        for start in range(0, len(asked), _AT_ONCE):
            lines = asked[start : start + _AT_ONCE]
            yield from self._sieved(lines, [list(others(line)) for line in lines])

    def _sieved(self, lines: Sequence[int], others: list[list[int]]) -> Iterator[Sieved]:
        records = [self._clues.ledger.payments[line] for line in lines]
        days = np.array([record.day for record in records], dtype=np.int64)
        amounts = np.array([record.amount for record in records], dtype=np.float64)
        currency = np.array([self._currencies.get(r.currency, -1) for r in records], dtype=np.int64)
        quoting = np.array([self._clues.is_quoting(line) for line in lines], dtype=np.bool_)
        pairs = _each_once(self._named(lines, days), _flat(others))
        place, bill = self._payable(pairs, days, amounts)
        paid, effect = np.abs(amounts[place]), np.abs(self._effect[bill])
        is_alike = self._currency[bill] == currency[place]
        is_part = is_alike & (paid < self._part_below[bill])
        is_much = is_alike & (paid > SLIGHTLY_OVER * effect) & ~quoting[place]
        likely = ~is_part & ~is_much
        in_time = is_part & (self._issued[bill] <= days[place] + PART_EARLY_DAYS)
        parts = self._by_due_day(_Pairs(place[in_time], bill[in_time]), days)
        settled = _rows(_Pairs(place[likely], bill[likely]), len(lines))
        return map(Sieved, lines, settled, _rows(parts, len(lines)))

    def _payable(self, pairs: _Pairs, days: Numbers, amounts: NDArray[np.float64]) -> _Pairs:
        """Those of the right direction and time, as ``Windows`` has them."""
        place, bill = pairs
        day = days[place]
        kept = (self._first[bill] <= day) & (day <= self._last[bill])
        kept &= np.sign(self._effect[bill]) == np.sign(amounts[place])
        return _Pairs(place[kept], bill[kept])

    def _named(self, lines: Sequence[int], days: Numbers) -> _Pairs:
        """The bills of the named parties: of many, those that fall due the nearest."""
        named = [
            (place, name.party)
            for place, line in enumerate(lines)
            for name in self._clues.named[line][:_PARTIES]
            if name.score >= _NAMED_ENOUGH
        ]
        place, party = np.array(named, dtype=np.int64).reshape(-1, 2).T
        first_key, day = party * _DAYS, days[place]
        begins = self._begins[party]
        undated = self._keys.searchsorted(first_key + UNKNOWN_DAY, side="right")
        since = np.maximum(day - LONGEST_TERMS - self._clues.window_days, UNKNOWN_DAY + 1)
        first = self._keys.searchsorted(first_key + since)
        last = self._keys.searchsorted(first_key + day + EARLY_DAYS, side="right")
        asked = np.arange(len(place))
        ranges = [_expanded(asked, begins, undated), _expanded(asked, first, last)]
        number, position = (np.concatenate(column) for column in zip(*ranges, strict=True))
        many = np.bincount(number, minlength=len(place)) > _NAMED_MOST
        bill, is_of_many = self._by_party[position], many[number]
        nearest = self._by_due_day(_Pairs(number[is_of_many], bill[is_of_many]), day)
        kept = _place_in_group(nearest.lines) < _NAMED_MOST
        number = np.concatenate((number[~is_of_many], nearest.lines[kept]))
        return _Pairs(place[number], np.concatenate((bill[~is_of_many], nearest.bills[kept])))

    def _by_due_day(self, pairs: _Pairs, days: Numbers) -> _Pairs:
        """The pairs by line, then by the days from the due day, then by bill."""
        gap = np.minimum(np.abs(self._due[pairs.bills] - days[pairs.lines]), _DAYS - 1)
        order = np.argsort((pairs.lines * _DAYS + gap) * len(self._due) + pairs.bills)
        return _Pairs(pairs.lines[order], pairs.bills[order])


def _part_below(bill: Bill) -> float:
    """Less money than this can only be a part of the bill, whatever may be taken off."""
    return abs(bill.effect) * (0.5 if bill.discount_percent else 1 - LARGEST_SHARE)


def _flat(others: Sequence[Sequence[int]]) -> _Pairs:
    counts = [len(own) for own in others]
    bills = np.fromiter(chain.from_iterable(others), np.int64, sum(counts))
    return _Pairs(np.repeat(np.arange(len(others)), counts), bills)


def _each_once(*found: _Pairs) -> _Pairs:
    """All of the pairs by line and bill, none twice."""
    keys = [pairs.lines * _BILLS + pairs.bills for pairs in found]
    return _Pairs(*np.divmod(np.unique(np.concatenate(keys)), _BILLS))


def _expanded(numbers: Numbers, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    """Every whole number from ``first`` to before ``last``, beside the number of its range."""
    counts = np.maximum(last - first, 0)
    ends = np.cumsum(counts)
    within = np.arange(int(counts.sum())) - np.repeat(ends - counts, counts)
    return np.repeat(numbers, counts), np.repeat(first, counts) + within


def _place_in_group(groups: Numbers) -> Numbers:
    """For groups in ascending order, how many of the own group come before."""
    return np.arange(len(groups)) - groups.searchsorted(groups)


def _rows(pairs: _Pairs, count: int) -> list[list[int]]:
    """The bills of each line, which come in order."""
    edges = pairs.lines.searchsorted(np.arange(count + 1)).tolist()
    bills = pairs.bills.tolist()
    return [bills[edges[n] : edges[n + 1]] for n in range(count)]
