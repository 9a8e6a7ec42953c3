"""Finds quotes of one party's invoices that are short, one character off, or cut off.

Such quotes mean something only when the memo names the party, so every party has its own index.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set

from rapidfuzz.distance import OSA

from engine.matching.normalise import digits, unconfused
from engine.matching.references import Quote, groups_of
from engine.matching.rows import Bill

_SLIP_MIN = 5
_CUT_MIN = 4
_CUT_MOST = 3
_TAIL_MIN = 4
_GROUP_MIN = 3


class DamagedQuotes:
    """The numbers and references of one party's invoices, ready for inexact comparison."""

    def __init__(self, bills: Sequence[tuple[int, Bill]]) -> None:
        """Index the given invoices with their positions in the ledger."""
        self._short: dict[str, list[int]] = defaultdict(list)
        self._tails: dict[str, list[int]] = defaultdict(list)
        keys: dict[str, list[int]] = defaultdict(list)
        for index, bill in bills:
            number = digits(bill.number).lstrip("0")
            self._short[number].append(index)
            for key in {bill.reference, bill.number, number} - {""}:
                keys[key].append(index)
            for key in _tails(number, groups_of(bill)):
                self._tails[key].append(index)
        self._sorted = sorted(keys)
        self._bills = [keys[key] for key in self._sorted]
        self._reread = [unconfused(key) for key in self._sorted]
        self._near: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self._reread):
            if len(key) >= _SLIP_MIN:
                for spelling in _less_one(key):
                    self._near[spelling].append(place)

    def quotes(self, runs: Sequence[str], tails: Set[str]) -> dict[int, Quote]:
        """The invoices that the runs may quote.

        Args:
            runs: Strings of the memo that quote no invoice whole.
            tails: Those at the end of the memo, which may have been cut off.
        """
        found: dict[int, Quote] = {}
        for run in runs:
            number = run.lstrip("0")
            for index in self._short.get(number, ()) if number else ():
                found.setdefault(index, Quote("short", run))
        for run in runs:
            tail: Sequence[int] = self._tail_of(run) if run.isdigit() else ()
            if len(tail) == 1:
                found.setdefault(tail[0], Quote("tail", run))
        for run in runs:
            for index in self._slips(run):
                found.setdefault(index, Quote("slip", run))
        for run in runs:
            if run in tails and len(run) >= _CUT_MIN:
                for index in self._longer(run):
                    found.setdefault(index, Quote("cut", run))
            elif len(run) >= _SLIP_MIN:
                for index in self._nearly_whole(run):
                    found.setdefault(index, Quote("cut", run))
        return found

    def _tail_of(self, run: str) -> Sequence[int]:
        return self._tails.get(run, ()) or self._tails.get(run.lstrip("0"), ())

    def _nearly_whole(self, run: str) -> list[int]:
        """The one number that the run is the beginning of, but for a few characters."""
        place = bisect_left(self._sorted, run)
        found = self._sorted[place : place + 2]
        if not found or not found[0].startswith(run) or len(found[0]) > len(run) + _CUT_MOST:
            return []
        return [] if len(found) > 1 and found[1].startswith(run) else self._bills[place]

    def _slips(self, run: str) -> list[int]:
        """Bills with a key one character off; of much the same length, and with the same start.

        Two strings that are one slip apart are equal when each loses at most one character.
        """
        if len(run) < _SLIP_MIN - 1:
            return []
        reread = unconfused(run)
        near = {place for spelling in _less_one(reread) for place in self._near.get(spelling, ())}
        return [
            index
            for place in sorted(near)
            if self._sorted[place][0] == run[0]
            and OSA.distance(reread, self._reread[place], score_cutoff=1) <= 1
            for index in self._bills[place]
        ]

    def _longer(self, run: str) -> list[int]:
        found: list[int] = []
        place = bisect_left(self._sorted, run)
        while place < len(self._sorted) and self._sorted[place].startswith(run):
            found.extend(self._bills[place])
            place += 1
        return found


def _less_one(key: str) -> set[str]:
    """The key, and the key without each of its characters."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


def _tails(number: str, groups: Sequence[str]) -> set[str]:
    """The parts of a number that payers quote alone: a group of it, its last digits."""
    ends = {number[-length:] for length in range(_TAIL_MIN, len(number))} | {*groups}
    ends |= {end.lstrip("0") for end in ends}
    return {end for end in ends if len(end) >= _GROUP_MIN} - {number}
