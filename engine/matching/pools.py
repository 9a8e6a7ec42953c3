"""Which bills of a party a bank line may hold together, by the days on which that may be."""

from collections.abc import Sequence

from engine.matching.clues import Clues
from engine.matching.neighbours import Neighbours
from engine.matching.rows import Bill

SPAN_DAYS = 100
"""Days after its issue in which a bill may be paid with others, whatever its terms."""
_EARLY_DAYS = 3
_ALWAYS = 10**7


class Pools:
    """Pools of bills by line and party; lines of one day share theirs."""

    def __init__(self, clues: Clues) -> None:
        """Work out the days of every bill."""
        self._clues = clues
        days = [_days(bill, clues.window_days) for bill in clues.ledger.bills]
        self._first = [first for first, _ in days]
        self._last = [last for _, last in days]
        self._longest = [
            max((self._last[b] - clues.ledger.bills[b].issued for b in own), default=0)
            for own in clues.ledger.bills_of
        ]
        self._day = 0
        self._of_day: dict[tuple[int, str], Neighbours] = {}
        self._last_pool: dict[tuple[int, str], Neighbours] = {}

    def of(self, payment: int, party: int) -> Neighbours:
        """The party's bills that the line may hold, by issue date; credit notes among them."""
        record = self._clues.ledger.payments[payment]
        if record.day != self._day:
            self._day = record.day
            self._of_day.clear()
        key = (party, record.currency)
        if key not in self._of_day:
            self._of_day[key] = self._pool(party, record.currency, record.day)
        return self._of_day[key]

    def _pool(self, party: int, currency: str, day: int) -> Neighbours:
        bills, first, last = self._clues.ledger.bills, self._first, self._last
        members = [
            bill
            for bill in self._clues.bills_before(party, day, self._longest[party])
            if first[bill] <= day <= last[bill] and bills[bill].currency == currency
        ]
        last_pool = self._last_pool.get((party, currency))
        if last_pool is None or last_pool.members != members:
            # Running totals are made again only when a bill comes or goes.
            last_pool = Neighbours(members, [bills[bill].effect for bill in members])
            self._last_pool[party, currency] = last_pool
        return last_pool

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
