"""Which bills of a party a bank line may hold together, by the days on which that may be."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from engine.matching.clues import Clues
from engine.matching.neighbours import Neighbours
from engine.matching.rows import Bill

SPAN_DAYS = 100
"""Days after its issue in which a bill may be paid with others, whatever its terms."""
_EARLY_DAYS = 3
_ALWAYS = 10**7
_USUAL = (Decimal(2), Decimal(3))


class BillPool(Neighbours):
    """A party's bills in one currency, by issue date; credit notes among them."""

    def __init__(self, bills: Sequence[Bill], members: Sequence[int]) -> None:
        """Take the members among all of the run's ``bills``."""
        super().__init__(members, [bills[bill].effect for bill in members])
        self._bills = bills

    @cached_property
    def paid_shares(self) -> tuple[Decimal, ...]:
        """What the discounts of the bills' terms, and the usual ones, leave of 1."""
        own = {p for b in self.members if (p := self._bills[b].discount_percent) and 0 < p < 50}
        return tuple(1 - percent / 100 for percent in sorted({*own, *_USUAL}))


class _Lasting(NamedTuple):
    """A pool, and the days from ``since`` to before ``until`` on which it is as it is."""

    pool: BillPool
    since: int
    until: int


class Pools:
    """Pools of bills by line and party; made again only when a bill comes or goes."""

    def __init__(self, clues: Clues) -> None:
        """Work out the days of every bill."""
        self._clues = clues
        self._currencies = [bill.currency for bill in clues.ledger.bills]
        days = [_days(bill, clues.window_days) for bill in clues.ledger.bills]
        self._first = [first for first, _ in days]
        self._last = [last for _, last in days]
        self._longest = [
            max((self._last[b] - clues.ledger.bills[b].issued for b in own), default=0)
            for own in clues.ledger.bills_of
        ]
        self._changes: dict[int, list[int]] = {}
        self._known: dict[tuple[int, str], _Lasting] = {}

    def of(self, payment: int, party: int) -> BillPool:
        """The party's bills that the line may hold, by issue date; credit notes among them."""
        record = self._clues.ledger.payments[payment]
        key, day = (party, record.currency), record.day
        known = self._known.get(key)
        if known is None or not known.since <= day < known.until:
            known = self._known[key] = self._made(party, record.currency, day, known)
        return known.pool

    def _made(self, party: int, currency: str, day: int, before: _Lasting | None) -> _Lasting:
        first, last, currencies = self._first, self._last, self._currencies
        members = [
            bill
            for bill in self._clues.bills_before(party, day, self._longest[party])
            if first[bill] <= day <= last[bill] and currencies[bill] == currency
        ]
        is_same = before is not None and before.pool.members == members
        pool = before.pool if before and is_same else BillPool(self._clues.ledger.bills, members)
        changes = self._days_of_change(party)
        place = bisect_right(changes, day)
        return _Lasting(pool, changes[place - 1], changes[place])

    def _days_of_change(self, party: int) -> list[int]:
        """The days from which on another bill may be held, or one no longer; and the ends."""
        if party not in self._changes:
            own = self._clues.ledger.bills_of[party]
            days = {self._first[b] for b in own} | {self._last[b] + 1 for b in own}
            self._changes[party] = [-2 * _ALWAYS, *sorted(days), 2 * _ALWAYS]
        return self._changes[party]

    def may_hold(self, bills: Sequence[int], day: int) -> bool:
        """Whether one line of that day may hold all of the bills."""
        return all(self._first[bill] <= day <= self._last[bill] for bill in bills)


def _days(bill: Bill, window_days: int) -> tuple[int, int]:
    """The first and the last day on which the bill may be paid together with others."""
    if bill.issued:
        terms = max(0, bill.reckoned - bill.issued)
        return bill.issued - _EARLY_DAYS, bill.issued + max(SPAN_DAYS, terms + window_days)
    if bill.due:
        return bill.due - window_days, bill.due + window_days
    return -_ALWAYS, _ALWAYS
