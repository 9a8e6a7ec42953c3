"""Explanations of one bank line by one bill, found through indexes: amount, quote, name.

The work per line is bounded: so many bills of its exact amount, and the bills of the few parties
that it names; never every bill.
"""

from collections.abc import Iterable, Iterator, Sequence

from engine.matching.clues import Clues
from engine.matching.deductions import LARGEST_SHARE
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation, Family
from engine.matching.rows import Bill
from engine.matching.treatment import Settlement, Shape, settle

_NAMED_ENOUGH = 0.5
_PARTIES = 3
_EXACT_MOST = 12
_NAMED_MOST = 60
_OPEN_MOST = 4
_EARLY_DAYS = 10
_SLIGHTLY_OVER = 1.3
_NEAR_RATE = 0.045
_AT_ONCE: frozenset[Shape] = frozenset({"exact", "rounding", "whole", "exchange"})
_FAMILIES: dict[Shape, Family] = {
    "exact": "exact",
    "rounding": "adjusted",
    "whole": "adjusted",
    "discount": "adjusted",
    "late_discount": "adjusted",
    "usual_discount": "adjusted",
    "withholding": "adjusted",
    "fee": "adjusted",
    "exchange": "adjusted",
    "short": "open",
    "over": "open",
}


def single_explanations(
    clues: Clues, exchange: Exchange, payments: Iterable[int] | None = None
) -> Iterator[Explanation]:
    """Every plausible pair of a bank line (of ``payments``, or any) and a bill, line by line."""
    bills, due = clues.ledger.bills, [bill.reckoned for bill in clues.ledger.bills]
    part_below = [_part_below(bill) for bill in bills]
    most = [_SLIGHTLY_OVER * abs(bill.effect) for bill in bills]
    for payment in range(len(clues.ledger.payments)) if payments is None else payments:
        record = clues.ledger.payments[payment]
        paid, currency, latest = abs(record.amount), record.currency, record.day + _EARLY_DAYS
        is_quoting = clues.is_quoting(payment)
        parts, others = list[int](), dict[int, Settlement]()
        for bill in clues.payable(_pool(clues, payment), payment):
            if bills[bill].currency == currency:
                if paid < part_below[bill]:
                    if bills[bill].issued <= latest:
                        parts.append(bill)
                    continue
                if paid > most[bill] and not is_quoting:
                    continue  # much more than the bill wants the bill to be quoted
            found = settle(bills[bill], record, exchange)
            if found is None or not _is_plausible(found, clues, payment, bill):
                continue
            if _FAMILIES[found.shape] != "open":
                yield _explanation(payment, bill, found)
            elif bills[bill].issued <= latest:
                others[bill] = found
        for bill in _nearest([*parts, *others], clues, payment, due):
            part = others.get(bill) or Settlement("short", bills[bill].effect, record.amount)
            yield _explanation(payment, bill, part)


def _is_plausible(found: Settlement, clues: Clues, payment: int, bill: int) -> bool:
    """Whether the difference can be meant: before the invoice whole sums are paid only.

    Much more than the bill, or a rate far from the month's, wants the bill to be quoted.
    """
    issued = clues.ledger.bills[bill].issued
    if found.shape in _AT_ONCE:
        gap = abs(found.difference)
        is_near = found.shape != "exchange" or gap <= _NEAR_RATE * abs(found.billed)
        return is_near or clues.quote(payment, bill) is not None
    if clues.ledger.payments[payment].day < issued - _EARLY_DAYS:
        return False
    is_slight = abs(found.paid) <= _SLIGHTLY_OVER * abs(found.billed)
    return found.shape != "over" or is_slight or clues.quote(payment, bill) is not None


def _part_below(bill: Bill) -> float:
    """Less money than this can only be a part of the bill, whatever may be taken off."""
    return abs(bill.effect) * (0.5 if bill.discount_percent else 1 - LARGEST_SHARE)


def _explanation(payment: int, bill: int, found: Settlement) -> Explanation:
    return Explanation("one_to_one", family_of(found), (bill,), (payment,), found)


def family_of(found: Settlement) -> Family:
    """The family of an explanation of one line by one bill that it settles so."""
    return _FAMILIES[found.shape]


def _pool(clues: Clues, payment: int) -> Iterable[int]:
    """Bills to look at: of the exact amount, quoted, or of a named party."""
    pool = dict.fromkeys(clues.whole_quotes[payment])
    equal = clues.nearest_of_amount(payment, _EXACT_MOST + 1)
    others = _of_other_amounts(clues, payment)
    if others:
        equal += clues.payable(others, payment)
    pool.update(dict.fromkeys(_first(equal, _EXACT_MOST, clues, payment)))
    day = clues.ledger.payments[payment].day
    for named in clues.named[payment][:_PARTIES]:
        if named.score >= _NAMED_ENOUGH:
            pool.update(dict.fromkeys(clues.bills_near(named.party, day, _NAMED_MOST)))
    return pool


def _of_other_amounts(clues: Clues, payment: int) -> Sequence[int]:
    """Bills of the paid amount after their discount, or of an amount printed beside it."""
    record = clues.ledger.payments[payment]
    reduced = clues.less_discount(record.currency, record.amount, record.day)
    printed = clues.of_printed_amounts(payment) if record.memo.amounts else ()
    return [*reduced, *printed] if reduced or printed else ()


def _first(bills: list[int], most: int, clues: Clues, payment: int) -> list[int]:
    """All of a few; of many, the bills whose party is named and which fall due the nearest."""
    if len(bills) <= most:
        return bills
    day = clues.ledger.payments[payment].day
    named = {name.party for name in clues.named[payment]}

    def rank(bill: int) -> tuple[bool, int, int]:
        record = clues.ledger.bills[bill]
        return (record.party not in named, abs(record.reckoned - day), bill)

    return sorted(bills, key=rank)[:most]


def _nearest(bills: list[int], clues: Clues, payment: int, due: Sequence[int]) -> list[int]:
    """The quoted bills, and the few others that fall due the nearest."""
    if len(bills) < 2:
        return bills
    day, count = clues.ledger.payments[payment].day, len(due)
    # One number of the days and the bill is compared faster than both.
    ranked = [key % count for key in sorted([abs(due[b] - day) * count + b for b in bills])]
    if clues.is_quoting(payment):
        ranked.sort(key=lambda bill: clues.quote(payment, bill) is None)
    return ranked[:_OPEN_MOST]
