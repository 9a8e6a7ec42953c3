"""Bills that are paid at once, as by card or in a shop: what processors' deposits are made of."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from engine.matching.ledger import Ledger
from engine.matching.rows import Bill

_AT_ONCE_DAYS = 1
_WHOLE = 100


class Till:
    """Our own bills of one currency that are due when they are issued, credit notes too, by day.

    Attributes:
        bills: Their indexes in the ledger, by day.
        days: The day of each, as an ordinal.
        effects: The signed amount of each, in minor units.
        unit: The step of all amounts, in minor units: 100 where nobody uses hundredths.
    """

    def __init__(self, ledger: Ledger, bills: Sequence[int]) -> None:
        """Take the ``bills`` in; they are of one currency."""
        records = ledger.bills
        self.bills = sorted(bills, key=lambda bill: (records[bill].reckoned, bill))
        self.days = [records[bill].reckoned for bill in self.bills]
        self.effects = [records[bill].effect for bill in self.bills]
        self.unit = _WHOLE if all(e % _WHOLE == 0 for e in self.effects) else 1

    def between(self, first: int, last: int) -> range:
        """The places of the bills from day ``first`` to day ``last``."""
        return range(bisect_left(self.days, first), bisect_right(self.days, last))


def tills(ledger: Ledger) -> dict[str, Till]:
    """One till for each currency that has bills to be paid at once."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, bill in enumerate(ledger.bills):
        if _is_at_once(bill):
            found[bill.currency].append(index)
    return {currency: Till(ledger, bills) for currency, bills in found.items()}


def _is_at_once(bill: Bill) -> bool:
    if bill.source.direction != "receivable" or not bill.issued:
        return False
    return not bill.due or 0 <= bill.due - bill.issued <= _AT_ONCE_DAYS
