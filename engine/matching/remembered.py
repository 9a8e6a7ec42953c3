"""What earlier decisions say about the rows of one run: names, delays and differences.

Party keys of memory become indexes of the run's parties here; decisions about parties that the
run does not have are of no use to it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.matching.exchange import Exchange
from engine.matching.ledger import Ledger, build_ledger
from engine.matching.memo import Memo, read_memo
from engine.matching.memory import Decided, LessonKind, Lessons, party_key
from engine.matching.treatment import Settlement, settle


class RememberedLine(NamedTuple):
    """The memo of a line that a person said pays a party, or (``is_confirmed`` False) does not."""

    memo: Memo
    party: int
    is_confirmed: bool


class RememberedPair(NamedTuple):
    """A bill of a party and the one line that settled it."""

    party: int
    effect: int
    lag: int
    settlement: Settlement


class Remembered:
    """Lessons in the terms of one run."""

    def __init__(self, lessons: Lessons, ledger: Ledger) -> None:
        self._lessons = lessons
        self._parties: dict[str, int] = {}
        if lessons.decided:
            for index, party in enumerate(ledger.parties):
                for name in party.names:
                    self._parties.setdefault(party_key(name), index)

    def lines(self) -> list[RememberedLine]:
        """Lines whose party a person told."""
        return [
            RememberedLine(read_memo(line), party, one.is_confirmed)
            for party, one in self._about("alias")
            for line in one.lines
        ]

    def pairs(self, kind: LessonKind) -> list[RememberedPair]:
        """Confirmed pairs of one bill and one line in one currency."""
        return [
            pair
            for party, one in self._about(kind)
            if one.is_confirmed and len(one.invoices) == len(one.lines) == 1
            for pair in _pair(party, one)
        ]

    def _about(self, kind: LessonKind) -> Iterator[tuple[int, Decided]]:
        for one in self._lessons.about(kind) if self._parties else ():
            party = self._parties.get(one.party)
            if party is not None:
                yield party, one


def told_accounts(lines: Sequence[RememberedLine]) -> dict[str, int]:
    """Accounts printed in decided lines, and the one party that they are of."""
    return _clear((account, line) for line in lines for account in line.memo.accounts)


def told_names(keyed: Iterator[tuple[str, RememberedLine]]) -> dict[str, int]:
    """Keys of names, and the one party that decisions give them to."""
    return _clear(keyed)


def _clear(keyed: Iterator[tuple[str, RememberedLine]]) -> dict[str, int]:
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for key, line in keyed:
        votes[key][line.party] += 1 if line.is_confirmed else -1
    found = {}
    for key, counts in votes.items():
        parties = [party for party, count in counts.items() if count > 0]
        if key and len(parties) == 1:
            found[key] = parties[0]
    return found


def _pair(party: int, one: Decided) -> Iterator[RememberedPair]:
    small = build_ledger(one.invoices, one.lines)
    if not small.bills or not small.payments:
        return
    bill, payment = small.bills[0], small.payments[0]
    found = settle(bill, payment, Exchange(None, small.home))
    if found and bill.reckoned:
        yield RememberedPair(party, bill.effect, payment.day - bill.reckoned, found)
