"""The bank lines of one party in one currency and direction, and those that may be parts of a bill.

Lines are kept by day and by amount, so that a bill looks only at those of its own time.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from engine.matching.clues import Clues
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.rows import Bill

_LONGEST_DAYS = 400
_NO_DAY = 10**7

Nameless = Mapping[tuple[str, int], Sequence[int]]
"""Lines that name nobody, by currency and amount, in their order."""


class PartyLines:
    """Lines by day, with the absolute amount of each; ``bill`` says which kind of money."""

    def __init__(self, clues: Clues, bill: Bill, lines: Iterable[int]) -> None:
        """Keep those of ``lines`` (ascending) that are in the bill's currency and direction."""
        payments = clues.ledger.payments
        self._clues, self._party = clues, bill.party
        self.lines = [
            line
            for line in lines
            if payments[line].currency == bill.currency and payments[line].amount * bill.effect > 0
        ]
        self.days = [payments[line].day for line in self.lines]
        self.amounts = [abs(payments[line].amount) for line in self.lines]

    @cached_property
    def by_amount(self) -> dict[int, list[int]]:
        """Places of the lines of every amount."""
        places: dict[int, list[int]] = defaultdict(list)
        for place, amount in enumerate(self.amounts):
            places[amount].append(place)
        return dict(places)

    @cached_property
    def _quoting(self) -> dict[int, list[int]]:
        quoting: dict[int, list[int]] = defaultdict(list)
        for place, line in enumerate(self.lines):
            damaged = self._clues.damaged_quotes(line, self._party)
            for bill in {*self._clues.whole_quotes[line], *damaged}:
                quoting[bill].append(place)
        return dict(quoting)

    def quoting(self, bill: int) -> Sequence[int]:
        """Places of the lines that quote the bill."""
        return self._quoting.get(bill, ())

    def smaller_than(self, bill: Bill) -> "Pool":
        """The lines that may be parts of the bill: smaller, and in its time."""
        first_day = bill.issued
        last_day = (max(bill.due, bill.issued) or _NO_DAY) + _LONGEST_DAYS
        first = bisect_left(self.days, first_day)
        last = bisect_right(self.days, last_day)
        return Pool(self, abs(bill.effect), first_day, last_day, first, last)


@dataclass(frozen=True, slots=True)
class Pool:
    """Lines of a party from place ``first`` to before ``last`` that pay less than ``total``."""

    row: PartyLines
    total: int
    first_day: int
    last_day: int
    first: int
    last: int

    def is_small(self) -> bool:
        """Whether there are not even two lines in the time."""
        return self.last - self.first < 2

    def size(self) -> int:
        """How many lines there are."""
        return sum(map(self.total.__gt__, self.row.amounts[self.first : self.last]))

    def among(self, places: Iterable[int]) -> dict[int, int]:
        """Those of the places that are in the pool: the line and its amount."""
        row = self.row
        return {
            row.lines[place]: row.amounts[place]
            for place in places
            if self.first <= place < self.last and row.amounts[place] < self.total
        }

    def days_of(self, lines: Iterable[int]) -> list[int]:
        """The days of some of the party's lines, in order."""
        row = self.row
        return sorted(row.days[bisect_left(row.lines, line)] for line in lines)

    def of_amount(self, amount: int) -> Sequence[int]:
        """The lines of exactly this amount."""
        places = self.row.by_amount.get(amount)
        return list(self.among(places)) if places else ()

    def of_amounts(self, amounts: Iterable[int]) -> dict[int, int]:
        """The lines of any of the amounts, which are different, each with its own."""
        by_amount = self.row.by_amount
        found: dict[int, int] = {}
        for amount in amounts:
            if amount in by_amount:
                found.update(self.among(by_amount[amount]))
        return found

    def since(self, day: int, most: int) -> list[tuple[int, int, int]]:
        """The first lines from ``day`` on: line, day, amount."""
        row, amounts, total = self.row, self.row.amounts, self.total
        start = max(self.first, bisect_left(row.days, day))
        places = (place for place in range(start, self.last) if amounts[place] < total)
        return [
            (row.lines[place], row.days[place], amounts[place]) for place in islice(places, most)
        ]


class LinesByParty:
    """The lines that name each party or quote its bills, and those that name nobody."""

    def __init__(self, clues: Clues) -> None:
        """Sort all lines of the run."""
        self._clues = clues
        self._lines_of = _lines_by_party(clues)
        self.nameless = _nameless_lines(clues)
        self._rows: dict[tuple[int, str, bool], PartyLines] = {}

    def of(self, bill: Bill) -> PartyLines:
        """The lines of the bill's party that are its kind of money."""
        key = (bill.party, bill.currency, bill.effect > 0)
        if key not in self._rows:
            lines = self._lines_of.get(bill.party, ())
            self._rows[key] = PartyLines(self._clues, bill, lines)
        return self._rows[key]


def _lines_by_party(clues: Clues) -> dict[int, list[int]]:
    lines: dict[int, list[int]] = defaultdict(list)
    for index, (named, quotes) in enumerate(zip(clues.named, clues.whole_quotes, strict=True)):
        if not named and not quotes:
            continue
        quoted = {clues.ledger.bills[b].party for b in quotes}
        sure = [n.party for n in named[:2] if n.score >= SURELY_NAMED]
        for party in dict.fromkeys((*sure, *(sorted(quoted) if len(quoted) <= 2 else ()))):
            if clues.ledger.parties[party].names:
                lines[party].append(index)
    return lines


def _nameless_lines(clues: Clues) -> Nameless:
    lines: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, payment in enumerate(clues.ledger.payments):
        if clues.names_nobody(index):
            lines[payment.currency, payment.amount].append(index)
    return lines
