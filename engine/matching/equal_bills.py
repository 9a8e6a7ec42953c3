"""The bills of one exact amount, and the few of them that a line may mean.

In a large run some amounts are billed thousands of times. Whose they are and when they fall due
tells them apart, so of such amounts only the nearest are looked at.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from engine.matching.rows import Bill

MANY = 24
"""More bills of one amount than this are looked up by party and by day."""
_ALWAYS = 10**7

Amount = tuple[str, int]
"""Currency and signed minor units."""


class EqualBills:
    """Bills by amount, in their order; those of frequent amounts also by party and due day."""

    def __init__(
        self, bills: Sequence[Bill], amount_of: Callable[[Bill], int | None] = lambda b: b.effect
    ) -> None:
        """Index all bills that have such an amount."""
        self._bills = bills
        self._all: dict[Amount, list[int]] = defaultdict(list)
        for index, bill in enumerate(bills):
            amount = amount_of(bill)
            if amount is not None:
                self._all[bill.currency, amount].append(index)
        self._by_party: dict[Amount, Mapping[int, Sequence[int]]] = {}
        self._by_day: dict[Amount, DueDays] = {}

    def all_of(self, amount: Amount) -> Sequence[int]:
        """The bills of the amount, in their order."""
        return self._all.get(amount, ())

    def of_party(self, amount: Amount, party: int) -> Sequence[int]:
        """Those of one party."""
        bills = self.all_of(amount)
        if len(bills) <= MANY:
            return [bill for bill in bills if self._bills[bill].party == party]
        if amount not in self._by_party:
            by_party: dict[int, list[int]] = defaultdict(list)
            for bill in bills:
                by_party[self._bills[bill].party].append(bill)
            self._by_party[amount] = dict(by_party)
        return self._by_party[amount].get(party, ())

    def nearest(
        self,
        amount: Amount,
        day: int,
        parties: Collection[int],
        most: int,
        is_meant: Callable[[int], bool],
    ) -> list[int]:
        """At most so many: those of the parties first, then those that fall due the nearest."""
        own = [b for p in parties for b in self.of_party(amount, p) if is_meant(b)]
        own.sort(key=lambda bill: (abs(self._bills[bill].reckoned - day), bill))
        if len(own) >= most:
            return own[:most]
        if amount not in self._by_day:
            self._by_day[amount] = DueDays(self._bills, self.all_of(amount))
        others = self._by_day[amount].nearest(
            day,
            most - len(own),
            lambda bill: self._bills[bill].party not in parties and is_meant(bill),
        )
        return own + others


class DueDays:
    """The days on which bills fall due, in order."""

    def __init__(self, bills: Sequence[Bill], chosen: Iterable[int]) -> None:
        """Bills without a due date count from their issue."""
        due = sorted((bills[b].reckoned, b) for b in chosen)
        self._days = [day for day, _ in due]
        self._bills = [bill for _, bill in due]

    def nearest(self, day: int, most: int, is_meant: Callable[[int], bool]) -> list[int]:
        """The ``most`` bills that fall due the nearest to ``day``; of equals the first ones."""
        days, found = self._days, list[int]()
        after = bisect_left(days, day)
        before = after - 1
        while len(found) < most and (before >= 0 or after < len(days)):
            gap_before = day - days[before] if before >= 0 else _ALWAYS
            gap_after = days[after] - day if after < len(days) else _ALWAYS
            gap = min(gap_before, gap_after)
            alike = []
            while before >= 0 and day - days[before] == gap:
                alike.append(self._bills[before])
                before -= 1
            while after < len(days) and days[after] - day == gap:
                alike.append(self._bills[after])
                after += 1
            found.extend(bill for bill in sorted(alike) if is_meant(bill))
        return found[:most]
