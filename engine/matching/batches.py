"""Explanations of one bank line by several bills of one party, credit notes netted.

Sums are searched only among the open bills of a party that the line names or quotes, and only in
the weeks before the payment: quoted bills first, then neighbours in time, then a depth-first
search with a fixed budget of steps.
"""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.pools import SPAN_DAYS, BillPool, Pools
from engine.matching.short_batches import short_sets
from engine.matching.sums import LARGEST_SUM, sums
from engine.matching.treatment import Settlement

_NAMED_ENOUGH = 0.5
_PARTIES = 2
_NAMELESS_SPAN_DAYS = 45
_LARGEST_RUN = 60
_SEARCHED = 22
_SOLUTIONS = 4
_LARGEST_LIST = 50
_SHORT_WAYS = 50  # about so many fees and percentages may be taken off a sum
_IN_ROWS = frozenset({"run", "listed", "run_short", "listed_short", "listed_part_short"})


def batch_explanations(
    clues: Clues, payments: Iterable[int] | None = None, pools: Pools | None = None
) -> Iterator[Explanation]:
    """Sets of two or more bills of a named party that a line pays to the cent, line by line."""
    pools = pools or Pools(clues)
    for payment in range(len(clues.ledger.payments)) if payments is None else payments:
        seen: set[tuple[int, ...]] = set()
        for party in _parties(clues, payment):
            pool = pools.of(payment, party)
            if len(pool.members) < 2:
                continue
            found = [(how, s) for how, s in _sets(clues, payment, pool) if s not in seen]
            found = list({s: (how, s) for how, s in reversed(found)}.values())
            seen |= {s for _, s in found}
            for how, members in found:
                yield batch_of(clues, payment, members, how, len(found) - 1, len(pool.members))
            if not found:
                yield from _short(clues, payment, pool)


def _short(clues: Clues, payment: int, pool: BillPool) -> Iterator[Explanation]:
    """Sets that the line pays less a discount, a tax or a fee on the whole."""
    party = clues.ledger.bills[pool.members[0]].party
    if clues.has_equal_bill(payment, party):
        return
    found = list(short_sets(clues, payment, pool, _lists(clues, payment, pool)))
    for how, members, settlement in found:
        yield batch_of(
            clues, payment, members, how, len(found) - 1, len(pool.members), settlement=settlement
        )


def nameless_batches(clues: Clues, pools: Pools) -> Iterator[Explanation]:
    """For lines that name nobody: neighbours in time of any one party that add up exactly."""
    payments = clues.ledger.payments
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
            yield batch_of(clues, payment, members, "run", len(sets) - 1, _SEARCHED)


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


def _sets(clues: Clues, payment: int, pool: BillPool) -> Iterator[tuple[str, tuple[int, ...]]]:
    bills, target = clues.ledger.bills, clues.ledger.payments[payment].amount
    effects = pool.amounts
    party = bills[pool.members[0]].party
    quoted, likely = _lists(clues, payment, pool)
    for members in (quoted, likely):
        if len(members) >= 2 and sum(effects[bill] for bill in members) == target:
            yield "listed", members
            return
    for members in pool.adding_up_to(target, _LARGEST_RUN):
        if set(quoted) <= set(members):
            yield ("listed_part" if quoted else "run"), members
    if not quoted and clues.has_equal_bill(payment, party):
        return  # one bill explains the amount: sums found by search would be accidents
    day = clues.ledger.payments[payment].day
    recent = (b for b in reversed(pool.members) if bills[b].reckoned >= day - SPAN_DAYS)
    free = [*islice((bill for bill in recent if bill not in quoted), _SEARCHED)][::-1]
    rest = target - sum(effects[bill] for bill in quoted)
    if len(quoted) <= LARGEST_SUM and (rest or len(quoted) > 1):
        for extra in sums(free, effects, rest, 2 - len(quoted)):
            yield ("listed_part" if quoted else "sum"), tuple(sorted((*quoted, *extra)))


def _lists(clues: Clues, payment: int, pool: BillPool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bills of the pool that the line quotes whole, and with those that it may quote."""
    whole = clues.whole_quotes[payment]
    damaged = clues.damaged_quotes(payment, clues.ledger.bills[pool.members[0]].party)
    if not whole and not damaged:
        return (), ()
    quoted = tuple(bill for bill in pool.members if bill in whole)[:_LARGEST_LIST] if whole else ()
    return quoted, tuple(b for b in pool.members if b in whole or b in damaged)[:_LARGEST_LIST]


def batch_of(
    clues: Clues,
    payment: int,
    members: tuple[int, ...],
    how: str,
    rivals: int,
    pool: int,
    *,
    settlement: Settlement | None = None,
) -> Explanation:
    """The explanation of the line by bills of one party, found ``how``, among ``rivals`` others.

    ``pool`` is how many bills were searched; without a ``settlement`` they add up to the cent.
    """
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
    if how.endswith("_short"):
        tried *= _SHORT_WAYS
    return math.log10(tried / spread)
