"""Explanations of one bank line by one bill, found through indexes: amount, quote, name.

The work per line is bounded: so many bills of its exact amount, and the bills of the few parties
that it names; never every bill.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation, Family
from engine.matching.sieve import PART_EARLY_DAYS, SLIGHTLY_OVER, Sieve
from engine.matching.treatment import Settlement, Shape, settle

_EXACT_MOST = 12
_OPEN_MOST = 4
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
    clues: Clues,
    exchange: Exchange,
    payments: Iterable[int] | None = None,
    sieve: Sieve | None = None,
) -> Iterator[Explanation]:
    """Every plausible pair of a bank line (of ``payments``, or any) and a bill, line by line."""
    ledger = clues.ledger
    lines = range(len(ledger.payments)) if payments is None else payments
    sieve = sieve or Sieve(clues)
    for payment, likely, parts in sieve.sieved(lines, partial(_pool, clues)):
        record = ledger.payments[payment]
        others: dict[int, Settlement] = {}
        for bill in likely:
            found = settle(ledger.bills[bill], record, exchange)
            if found is None or not _is_plausible(found, clues, payment, bill):
                continue
            if _FAMILIES[found.shape] != "open":
                yield _explanation(payment, bill, found)
            elif ledger.bills[bill].issued <= record.day + PART_EARLY_DAYS:
                others[bill] = found
        for bill in _nearest(parts, others, clues, payment):
            part = others.get(bill) or Settlement("short", ledger.bills[bill].effect, record.amount)
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
    if clues.ledger.payments[payment].day < issued - PART_EARLY_DAYS:
        return False
    is_slight = abs(found.paid) <= SLIGHTLY_OVER * abs(found.billed)
    return found.shape != "over" or is_slight or clues.quote(payment, bill) is not None


def _explanation(payment: int, bill: int, found: Settlement) -> Explanation:
    return Explanation("one_to_one", family_of(found), (bill,), (payment,), found)


def family_of(found: Settlement) -> Family:
    """The family of an explanation of one line by one bill that it settles so."""
    return _FAMILIES[found.shape]


def _pool(clues: Clues, payment: int) -> Iterator[int]:
    """Bills to look at beside those of named parties: of the exact amount, or quoted."""
    equal = clues.nearest_of_amount(payment, _EXACT_MOST + 1)
    others = _of_other_amounts(clues, payment)
    if others:
        equal += clues.payable(others, payment)
    return chain(clues.whole_quotes[payment], _first(equal, _EXACT_MOST, clues, payment))


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


def _nearest(
    parts: Sequence[int], others: Collection[int], clues: Clues, payment: int
) -> Sequence[int]:
    """The quoted bills, and the few others that fall due the nearest; ``parts`` are in order."""
    is_quoting = clues.is_quoting(payment)
    if not is_quoting and not others:
        return parts[:_OPEN_MOST]
    day, bills = clues.ledger.payments[payment].day, clues.ledger.bills

    def rank(bill: int) -> tuple[bool, int, int]:
        is_quoted = is_quoting and clues.quote(payment, bill) is not None
        return (not is_quoted, abs(bills[bill].reckoned - day), bill)

    near = parts if is_quoting else parts[:_OPEN_MOST]
    return sorted([*near, *others], key=rank)[:_OPEN_MOST]
