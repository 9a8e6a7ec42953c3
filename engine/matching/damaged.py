"""Finds quotes of one party's invoices that are short, one character off, or cut off.

Such quotes mean something only when the memo names the party, so every party has its own index.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from engine.matching.normalise import digits, unconfused
from engine.matching.references import Quote, groups_of
from engine.matching.rows import Bill

_SLIP_MIN = 5
_CUT_MIN = 4
_CUT_MOST = 3
_TAIL_MIN = 4
_GROUP_MIN = 3
_COMPARED = 100
"""So many keys are compared faster one by one than by an index."""


class _Alike:
    """Keys of one length and first character, with their places, as they compare."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._keys: list[str] = []

    def add(self, place: int, key: str) -> None:
        self._places.append(place)
        self._keys.append(key)

    def one_slip_from(self, run: str) -> list[int]:
        """Places of the keys that are the run but for one character, or two that changed places.

        Many keys are not all compared: one slip apart, two strings become equal when each loses at
        most one character.
        """
        if len(self._keys) <= _COMPARED:
            near = process.extract(run, self._keys, scorer=OSA.distance, score_cutoff=1, limit=None)
            return [self._places[number] for _, _, number in near]
        found = {number for text in _less_one(run) for number in self._shorter.get(text, ())}
        keys = self._keys
        return [self._places[n] for n in found if OSA.distance(run, keys[n], score_cutoff=1) <= 1]

    @cached_property
    def _shorter(self) -> dict[str, list[int]]:
        """The keys by themselves less any one character."""
        shorter: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._keys):
            for text in _less_one(key):
                shorter[text].append(number)
        return dict(shorter)


def _less_one(key: str) -> set[str]:
    """The key, and the key without each of its characters."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


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
        self._alike: dict[tuple[int, str], _Alike] = defaultdict(_Alike)
        for place, key in enumerate(self._sorted):
            if len(key) >= _SLIP_MIN:
                self._alike[len(key), key[0]].add(place, unconfused(key))

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
        """Bills with a key one character off; of much the same length, and with the same start."""
        if len(run) < _SLIP_MIN - 1:
            return []
        reread, places = unconfused(run), list[int]()
        for length in (len(run) - 1, len(run), len(run) + 1):
            alike = self._alike.get((length, run[0]))
            if alike:
                places.extend(alike.one_slip_from(reread))
        return [index for place in sorted(places) for index in self._bills[place]]

    def _longer(self, run: str) -> list[int]:
        found: list[int] = []
        place = bisect_left(self._sorted, run)
        while place < len(self._sorted) and self._sorted[place].startswith(run):
            found.extend(self._bills[place])
            place += 1
        return found


def _tails(number: str, groups: Sequence[str]) -> set[str]:
    """The parts of a number that payers quote alone: a group of it, its last digits."""
    ends = {number[-length:] for length in range(_TAIL_MIN, len(number))} | {*groups}
    ends |= {end.lstrip("0") for end in ends}
    return {end for end in ends if len(end) >= _GROUP_MIN} - {number}
