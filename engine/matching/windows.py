"""When and by what money each bill can be paid, in columns for loops over many pairs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from engine.matching.ledger import UNKNOWN_DAY
from engine.matching.rows import Bill

LONGEST_TERMS = 200
"""Days from issue to due date that a bill without an issue date may have."""
EARLY_DAYS = 60
"""Days before its issue in which a bill may be paid in advance."""
_ALWAYS = 10**7
_FEW = 8


class Windows:
    """The days in which each bill may be paid, and the sign of the money, by bill index.

    The ledger has its bills by issue date, those without one first.
    """

    def __init__(self, bills: Sequence[Bill], window_days: int) -> None:
        """Bills without any date can be paid on any day."""
        self.effects = [bill.effect for bill in bills]
        self.first_days = [_first_day(bill) for bill in bills]
        self.last_days = [
            max(bill.due, bill.issued) + window_days if bill.reckoned else _ALWAYS for bill in bills
        ]
        self._issued = [bill.issued for bill in bills]
        self._undated = bisect_right(self._issued, UNKNOWN_DAY)
        dated = range(self._undated, len(bills))
        self._longest = max((self.last_days[b] - self._issued[b] for b in dated), default=0)
        self._around: dict[int, tuple[int, int]] = {}

    def around(self, bills: Sequence[int], day: int) -> Sequence[int]:
        """Of many bills in ascending order, those issued at a time that allows for the day.

        Bills without an issue date stay. Amounts that are billed again and again have thousands.
        """
        if len(bills) <= _FEW:
            return bills
        if day not in self._around:
            first = bisect_left(self._issued, day - self._longest)
            self._around[day] = first, bisect_right(self._issued, day + EARLY_DAYS)
        first, last = self._around[day]
        undated = bisect_left(bills, self._undated)
        start = max(undated, bisect_left(bills, first))
        return [*bills[:undated], *bills[start : bisect_left(bills, last)]]

    def payable(self, bills: Iterable[int], amount: int, day: int) -> list[int]:
        """Those of the bills that money of ``amount`` may settle on ``day``, in their order."""
        effects, first, last = self.effects, self.first_days, self.last_days
        if amount > 0:
            return [b for b in bills if effects[b] > 0 and first[b] <= day <= last[b]]
        if amount < 0:
            return [b for b in bills if effects[b] < 0 and first[b] <= day <= last[b]]
        return []

    def count_payable(self, bills: Iterable[int], amount: int, day: int, most: int) -> int:
        """How many of the bills such money may settle, counted up to ``most``."""
        effects, first, last = self.effects, self.first_days, self.last_days
        found = 0
        for bill in bills:
            if effects[bill] * amount > 0 and first[bill] <= day <= last[bill]:
                found += 1
                if found == most:
                    break
        return found

    def is_payable(self, bill: int, amount: int, day: int) -> bool:
        """Whether money of ``amount`` may settle the bill on ``day``."""
        is_in_time = self.first_days[bill] <= day <= self.last_days[bill]
        return is_in_time and self.effects[bill] * amount > 0


def _first_day(bill: Bill) -> int:
    if not bill.reckoned:
        return -_ALWAYS
    return bill.issued - EARLY_DAYS if bill.issued else bill.due - LONGEST_TERMS
