"""Explanations of one bank line by one bill, found through indexes: amount, quote, name.

The work per line is bounded: so many bills of its exact amount, and the bills of the few parties
that it names; never every bill.
"""

from collections.abc import Iterator, Sequence

from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation, Family
from engine.matching.treatment import Settlement, Shape, settle

_NAMED_ENOUGH = 0.5
_PARTIES = 3
_EXACT_MOST = 12
_NAMED_MOST = 60
_OPEN_MOST = 4
_FAMILIES: dict[Shape, Family] = {
    "exact": "exact",
    "rounding": "adjusted",
    "discount": "adjusted",
    "late_discount": "adjusted",
    "fee": "adjusted",
    "exchange": "adjusted",
    "short": "open",
    "over": "open",
}


def single_explanations(clues: Clues, exchange: Exchange) -> Iterator[Explanation]:
    """Every plausible pair of a bank line and a bill, line by line."""
    for payment in range(len(clues.ledger.payments)):
        found = [
            Explanation("one_to_one", _FAMILIES[s.shape], (bill,), (payment,), s, rivals=0)
            for bill, s in _settlements(clues, payment, exchange)
        ]
        yield from (e for e in found if e.family != "open")
        yield from _nearest([e for e in found if e.family == "open"], clues)


def _settlements(
    clues: Clues, payment: int, exchange: Exchange
) -> Iterator[tuple[int, Settlement]]:
    record = clues.ledger.payments[payment]
    for bill in _pool(clues, payment):
        if clues.is_in_window(clues.ledger.bills[bill], record):
            settlement = settle(clues.ledger.bills[bill], record, exchange)
            if settlement and (settlement.shape != "over" or clues.quote(payment, bill)):
                yield bill, settlement


def _pool(clues: Clues, payment: int) -> list[int]:
    """Bills to look at: of the exact amount, quoted, or of a named party."""
    record = clues.ledger.payments[payment]
    pool = dict.fromkeys(clues.whole_quotes[payment])
    equal = [
        bill
        for bill in _of_amount(clues, payment)
        if clues.is_in_window(clues.ledger.bills[bill], record)
    ]
    pool.update(dict.fromkeys(_first(equal, _EXACT_MOST, clues, payment)))
    for named in clues.named[payment][:_PARTIES]:
        if named.score >= _NAMED_ENOUGH:
            bills = clues.bills_before(named.party, record.day)
            pool.update(dict.fromkeys(_first(bills, _NAMED_MOST, clues, payment)))
    return list(pool)


def _of_amount(clues: Clues, payment: int) -> Iterator[int]:
    """Bills of the paid amount, of that amount before discount, or of an amount printed beside."""
    record = clues.ledger.payments[payment]
    key = (record.currency, record.amount)
    yield from clues.exact.get(key, ())
    yield from clues.discounted.get(key, ())
    sign = 1 if record.amount > 0 else -1
    for printed in sorted(record.memo.amounts):
        for currency in clues.currencies:
            if currency != record.currency and currency in record.memo.words:
                yield from clues.exact.get((currency, sign * printed), ())


def _first(bills: Sequence[int], most: int, clues: Clues, payment: int) -> list[int]:
    """All of a few; of many, the bills whose party is named and which fall due the nearest."""
    if len(bills) <= most:
        return list(bills)
    day = clues.ledger.payments[payment].day
    named = {name.party for name in clues.named[payment]}

    def rank(bill: int) -> tuple[bool, int, int]:
        record = clues.ledger.bills[bill]
        return (record.party not in named, abs(record.reckoned - day), bill)

    return sorted(bills, key=rank)[:most]


def _nearest(found: list[Explanation], clues: Clues) -> list[Explanation]:
    """The quoted part payments, and the few others whose bill falls due the nearest."""

    def rank(explanation: Explanation) -> tuple[bool, int, int]:
        payment, bill = explanation.payments[0], explanation.bills[0]
        gap = abs(clues.ledger.bills[bill].reckoned - clues.ledger.payments[payment].day)
        return (clues.quote(payment, bill) is None, gap, bill)

    return sorted(found, key=rank)[:_OPEN_MOST]
