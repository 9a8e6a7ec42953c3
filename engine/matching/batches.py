"""Explanations of one bank line by several bills of one party, credit notes netted.

Sums are searched only among the open bills of a party that the line names or quotes, and only in
the weeks before the payment: quoted bills first, then neighbours in time, then a depth-first
search with a fixed budget of steps.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.ledger import Bill
from engine.matching.treatment import Settlement

_NAMED_ENOUGH = 0.5
_PARTIES = 2
_SPAN_DAYS = 100
_NAMELESS_SPAN_DAYS = 45
_LARGEST_RUN = 60
_LARGEST_SUM = 12
_SEARCHED = 22
_STEPS = 3_000
_SOLUTIONS = 4
_LARGEST_LIST = 50


def batch_explanations(clues: Clues) -> Iterator[Explanation]:
    """Sets of two or more bills that one line pays to the cent, line by line."""
    yield from _nameless_runs(clues)
    for payment in range(len(clues.ledger.payments)):
        seen: set[tuple[int, ...]] = set()
        for party in _parties(clues, payment):
            pool = _pool(clues, payment, party)
            if len(pool) < 2:
                continue
            found = [(how, s) for how, s in _sets(clues, payment, pool) if s not in seen]
            found = list({s: (how, s) for how, s in reversed(found)}.values())
            seen |= {s for _, s in found}
            for how, members in found:
                yield _explanation(clues, payment, members, how, len(found) - 1, len(pool))


def _nameless_runs(clues: Clues) -> Iterator[Explanation]:
    """For lines that name nobody: neighbours in time of any one party that add up exactly."""
    bills, payments = clues.ledger.bills, clues.ledger.payments
    wanted: dict[tuple[str, int], list[int]] = defaultdict(list)
    for payment, record in enumerate(payments):
        if clues.names_nobody(payment):
            wanted[record.currency, record.amount].append(payment)
    found: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for members, currency, total in _all_runs(clues) if wanted else ():
        for payment in wanted.get((currency, total), ()):
            if all(_may_hold(bills[b], payments[payment].day, clues.window_days) for b in members):
                found[payment].append(members)
    for payment, sets in found.items():
        for members in sets[:_SOLUTIONS]:
            yield _explanation(clues, payment, members, "run", len(sets) - 1, _SEARCHED)


def _all_runs(clues: Clues) -> Iterator[tuple[tuple[int, ...], str, int]]:
    """Every short run of every named party, with its currency and sum."""
    bills = clues.ledger.bills
    for party, own in enumerate(clues.ledger.bills_of):
        if not clues.ledger.parties[party].names:
            continue
        for start, first in enumerate(own):
            total = 0
            for end in range(start, min(start + _LARGEST_SUM, len(own))):
                last = bills[own[end]]
                if last.currency != bills[first].currency:
                    break
                if last.issued - bills[first].issued > _NAMELESS_SPAN_DAYS:
                    break
                total += last.effect
                if end > start:
                    yield tuple(own[start : end + 1]), last.currency, total


def _parties(clues: Clues, payment: int) -> list[int]:
    """Parties quoted by number and named, then those named."""
    parties = clues.ledger.parties
    named = [n.party for n in clues.named[payment][:_PARTIES] if n.score >= _NAMED_ENOUGH]
    quoted = sorted({clues.ledger.bills[bill].party for bill in clues.whole_quotes[payment]})
    if len(quoted) > _PARTIES:
        quoted = []
    return [party for party in dict.fromkeys([*named, *quoted]) if parties[party].names]


def _pool(clues: Clues, payment: int, party: int) -> list[int]:
    """The party's bills that the line may hold, by issue date; credit notes among them."""
    record = clues.ledger.payments[payment]
    return [
        bill
        for bill in clues.bills_before(party, record.day)
        if clues.ledger.bills[bill].currency == record.currency
        and _may_hold(clues.ledger.bills[bill], record.day, clues.window_days)
    ]


def _may_hold(bill: Bill, day: int, window_days: int) -> bool:
    if not bill.issued:
        return not bill.due or abs(bill.due - day) <= window_days
    terms = max(0, bill.reckoned - bill.issued)
    return day - max(_SPAN_DAYS, terms + window_days) <= bill.issued <= day + 3


def _sets(clues: Clues, payment: int, pool: Sequence[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    bills, target = clues.ledger.bills, clues.ledger.payments[payment].amount
    effects = {bill: bills[bill].effect for bill in pool}
    whole = clues.whole_quotes[payment]
    quoted = tuple(bill for bill in pool if bill in whole)[:_LARGEST_LIST]
    damaged = tuple(bill for bill in pool if clues.quote(payment, bill))[:_LARGEST_LIST]
    for members in (quoted, damaged):
        if len(members) >= 2 and sum(effects[bill] for bill in members) == target:
            yield "listed", members
            return
    for members in _runs(pool, effects, target):
        if set(quoted) <= set(members):
            yield ("listed_part" if quoted else "run"), members
    if not quoted and clues.has_equal_bill(payment, bills[pool[0]].party):
        return  # one bill explains the amount: sums found by search would be accidents
    day = clues.ledger.payments[payment].day
    recent = [bill for bill in pool if bills[bill].reckoned >= day - _SPAN_DAYS]
    free = [bill for bill in recent if bill not in quoted][-_SEARCHED:]
    rest = target - sum(effects[bill] for bill in quoted)
    if len(quoted) <= _LARGEST_SUM and (rest or len(quoted) > 1):
        for extra in _sums(free, effects, rest, 2 - len(quoted)):
            yield ("listed_part" if quoted else "sum"), tuple(sorted((*quoted, *extra)))


def _runs(pool: Sequence[int], effects: dict[int, int], target: int) -> Iterator[tuple[int, ...]]:
    """Neighbours in time whose effects add up to the target."""
    for start in range(len(pool)):
        total = 0
        for end in range(start, min(start + _LARGEST_RUN, len(pool))):
            total += effects[pool[end]]
            if total == target and end > start:
                yield tuple(pool[start : end + 1])


def _sums(
    pool: Sequence[int], effects: dict[int, int], target: int, least: int
) -> list[tuple[int, ...]]:
    """Up to a few subsets that add up to the target, found largest amount first."""
    order = sorted(pool, key=lambda bill: (-abs(effects[bill]), bill))
    values = [effects[bill] for bill in order]
    lowest, highest = _reach(values)
    found: list[tuple[int, ...]] = []
    steps = 0

    def search(place: int, rest: int, chosen: tuple[int, ...]) -> None:
        nonlocal steps
        for index in range(place, len(order)):
            if not lowest[index] <= rest <= highest[index]:
                return
            left = rest - values[index]
            members = (*chosen, order[index])
            if left == 0 and len(members) >= least:
                found.append(members)
            elif lowest[index + 1] <= left <= highest[index + 1] and len(members) < _LARGEST_SUM:
                steps += 1
                search(index + 1, left, members)
            if steps > _STEPS or len(found) >= _SOLUTIONS:
                return

    if target:
        search(0, target, ())
    return found


def _reach(values: Sequence[int]) -> tuple[list[int], list[int]]:
    """The least and the most that the values from each place on can add up to."""
    lowest, highest = [0], [0]
    for value in reversed(values):
        lowest.append(lowest[-1] + min(value, 0))
        highest.append(highest[-1] + max(value, 0))
    return lowest[::-1], highest[::-1]


def _explanation(
    clues: Clues, payment: int, members: tuple[int, ...], how: str, rivals: int, pool: int
) -> Explanation:
    amount = clues.ledger.payments[payment].amount
    effects = [clues.ledger.bills[bill].effect for bill in members]
    netted = min(effects) < 0 < max(effects)
    return Explanation(
        "netted" if netted else "batch",
        "batch",
        tuple(sorted(members)),
        (payment,),
        Settlement("sum", amount, amount),
        how=how,
        rivals=rivals,
        chance=_chance(how, len(members), min(pool, _SEARCHED), effects),
    )


def _chance(how: str, size: int, pool: int, effects: Sequence[int]) -> float:
    """Logarithm of how many sums of this kind would hit the amount by accident."""
    spread = max(1, sum(map(abs, effects)) / size)
    tried = pool * size if how in ("run", "listed") else math.comb(max(pool, size), size)
    return math.log10(tried / spread)
