"""Explanations of one bank line by several bills of one party, credit notes netted.

Sums are searched only among the open bills of a party that the line names or quotes, and only in
the weeks before the payment: quoted bills first, then neighbours in time, then a depth-first
search with a fixed budget of steps.
"""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.rows import Bill
from engine.matching.short_batches import short_sets
from engine.matching.sums import LARGEST_SUM, runs, sums
from engine.matching.treatment import Settlement

_NAMED_ENOUGH = 0.5
_PARTIES = 2
_SPAN_DAYS = 100
_NAMELESS_SPAN_DAYS = 45
_LARGEST_RUN = 60
_EARLY_DAYS = 3
_SEARCHED = 22
_SOLUTIONS = 4
_LARGEST_LIST = 50
_ALWAYS = 10**7
_IN_ROWS = frozenset({"run", "listed", "run_short", "listed_short", "listed_part_short"})


def batch_explanations(
    clues: Clues, payments: Iterable[int] | None = None
) -> Iterator[Explanation]:
    """Sets of two or more bills of a named party that a line pays to the cent, line by line."""
    pools = _Pools(clues)
    for payment in range(len(clues.ledger.payments)) if payments is None else payments:
        seen: set[tuple[int, ...]] = set()
        for party in _parties(clues, payment):
            pool = pools.of(payment, party)
            if len(pool) < 2:
                continue
            found = [(how, s) for how, s in _sets(clues, payment, pool) if s not in seen]
            found = list({s: (how, s) for how, s in reversed(found)}.values())
            seen |= {s for _, s in found}
            for how, members in found:
                yield _explanation(clues, payment, members, how, len(found) - 1, len(pool))
            if not found:
                yield from _short(clues, payment, pool)


def _short(clues: Clues, payment: int, pool: Sequence[int]) -> Iterator[Explanation]:
    """Sets that the line pays less a discount, a tax or a fee on the whole."""
    party = clues.ledger.bills[pool[0]].party
    if clues.has_equal_bill(payment, party):
        return
    found = list(short_sets(clues, payment, pool, _lists(clues, payment, pool)))
    for how, members, settlement in found:
        yield _explanation(
            clues, payment, members, how, len(found) - 1, len(pool), settlement=settlement
        )


class _Pools:
    """Which bills a line may hold together with others, by the days on which that may be."""

    def __init__(self, clues: Clues) -> None:
        self._clues = clues
        days = [_days(bill, clues.window_days) for bill in clues.ledger.bills]
        self._first = [first for first, _ in days]
        self._last = [last for _, last in days]
        self._currencies = [bill.currency for bill in clues.ledger.bills]
        self._longest = [
            max((self._last[b] - clues.ledger.bills[b].issued for b in own), default=0)
            for own in clues.ledger.bills_of
        ]

    def of(self, payment: int, party: int) -> list[int]:
        """The party's bills that the line may hold, by issue date; credit notes among them."""
        record = self._clues.ledger.payments[payment]
        first, last, currencies = self._first, self._last, self._currencies
        day, currency = record.day, record.currency
        return [
            bill
            for bill in self._clues.bills_before(party, day, self._longest[party])
            if first[bill] <= day <= last[bill] and currencies[bill] == currency
        ]

    def may_hold(self, bills: Sequence[int], day: int) -> bool:
        """Whether one line of that day may hold all of the bills."""
        return all(self._first[bill] <= day <= self._last[bill] for bill in bills)


def _days(bill: Bill, window_days: int) -> tuple[int, int]:
    """The first and the last day on which the bill may be paid together with others."""
    if bill.issued:
        terms = max(0, bill.reckoned - bill.issued)
        return bill.issued - _EARLY_DAYS, bill.issued + max(_SPAN_DAYS, terms + window_days)
    if bill.due:
        return bill.due - window_days, bill.due + window_days
    return -_ALWAYS, _ALWAYS


def nameless_batches(clues: Clues) -> Iterator[Explanation]:
    """For lines that name nobody: neighbours in time of any one party that add up exactly."""
    payments, pools = clues.ledger.payments, _Pools(clues)
    wanted: dict[tuple[str, int], list[int]] = defaultdict(list)
    for payment, record in enumerate(payments):
        if clues.names_nobody(payment):
            wanted[record.currency, record.amount].append(payment)
    found: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for members, key in _all_runs(clues, wanted) if wanted else ():
        for payment in wanted[key]:
            if pools.may_hold(members, payments[payment].day):
                found[payment].append(members)
    for payment, sets in found.items():
        for members in sets[:_SOLUTIONS]:
            yield _explanation(clues, payment, members, "run", len(sets) - 1, _SEARCHED)


def _all_runs(
    clues: Clues, wanted: Container[tuple[str, int]]
) -> Iterator[tuple[tuple[int, ...], tuple[str, int]]]:
    """Every short run of every named party whose currency and sum are wanted."""
    bills = clues.ledger.bills
    for party, own in enumerate(clues.ledger.bills_of):
        if not clues.ledger.parties[party].names:
            continue
        for start, first in enumerate(own):
            currency, until = bills[first].currency, bills[first].issued + _NAMELESS_SPAN_DAYS
            total = bills[first].effect
            for end in range(start + 1, min(start + LARGEST_SUM, len(own))):
                last = bills[own[end]]
                if last.currency != currency or last.issued > until:
                    break
                total += last.effect
                if (currency, total) in wanted:
                    yield tuple(own[start : end + 1]), (currency, total)


def _parties(clues: Clues, payment: int) -> list[int]:
    """Parties quoted by number and named, then those named."""
    parties = clues.ledger.parties
    named = [n.party for n in clues.named[payment][:_PARTIES] if n.score >= _NAMED_ENOUGH]
    quoted = sorted({clues.ledger.bills[bill].party for bill in clues.whole_quotes[payment]})
    if len(quoted) > _PARTIES:
        quoted = []
    return [party for party in dict.fromkeys([*named, *quoted]) if parties[party].names]


def _sets(clues: Clues, payment: int, pool: Sequence[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    bills, target = clues.ledger.bills, clues.ledger.payments[payment].amount
    effects = {bill: bills[bill].effect for bill in pool}
    party = bills[pool[0]].party
    quoted, likely = _lists(clues, payment, pool)
    for members in (quoted, likely):
        if len(members) >= 2 and sum(effects[bill] for bill in members) == target:
            yield "listed", members
            return
    for members in runs(pool, effects, target, _LARGEST_RUN):
        if set(quoted) <= set(members):
            yield ("listed_part" if quoted else "run"), members
    if not quoted and clues.has_equal_bill(payment, party):
        return  # one bill explains the amount: sums found by search would be accidents
    day = clues.ledger.payments[payment].day
    recent = [bill for bill in pool if bills[bill].reckoned >= day - _SPAN_DAYS]
    free = [bill for bill in recent if bill not in quoted][-_SEARCHED:]
    rest = target - sum(effects[bill] for bill in quoted)
    if len(quoted) <= LARGEST_SUM and (rest or len(quoted) > 1):
        for extra in sums(free, effects, rest, 2 - len(quoted)):
            yield ("listed_part" if quoted else "sum"), tuple(sorted((*quoted, *extra)))


def _lists(
    clues: Clues, payment: int, pool: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bills of the pool that the line quotes whole, and with those that it may quote."""
    whole = clues.whole_quotes[payment]
    damaged = clues.damaged_quotes(payment, clues.ledger.bills[pool[0]].party)
    quoted = tuple(bill for bill in pool if bill in whole)[:_LARGEST_LIST] if whole else ()
    return quoted, tuple(b for b in pool if b in whole or b in damaged)[:_LARGEST_LIST]


def _explanation(
    clues: Clues,
    payment: int,
    members: tuple[int, ...],
    how: str,
    rivals: int,
    pool: int,
    *,
    settlement: Settlement | None = None,
) -> Explanation:
    amount = clues.ledger.payments[payment].amount
    effects = [clues.ledger.bills[bill].effect for bill in members]
    netted = min(effects) < 0 < max(effects)
    return Explanation(
        "netted" if netted else "batch",
        "batch",
        tuple(sorted(members)),
        (payment,),
        settlement or Settlement("sum", amount, amount),
        how=how,
        rivals=rivals,
        chance=_chance(how, len(members), min(pool, _SEARCHED), effects),
    )


def _chance(how: str, size: int, pool: int, effects: Sequence[int]) -> float:
    """Logarithm of how many sums of this kind would hit the amount by accident."""
    spread = max(1, sum(map(abs, effects)) / size)
    tried = pool * size if how in _IN_ROWS else math.comb(max(pool, size), size)
    return math.log10(tried / spread)
