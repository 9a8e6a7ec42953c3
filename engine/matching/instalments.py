"""Explanations of one bill by several bank lines of its party: parts, all paid or still running.

Lines belong together when they quote the bill, when they are equal parts of it, or when lines of
the party in a row add up to it.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.party_lines import LinesByParty, Nameless, Pool
from engine.matching.rows import Bill, Payment
from engine.matching.shares import LARGE, PARTS, WIDEST_STEP, Found, retained, shares
from engine.matching.sums import subsets
from engine.matching.treatment import Settlement

_UNEVEN_MOST = 14
_UNEVEN_PARTS = 6
_STEADY_DAYS = 4
_FILLING_MOST = 40


def instalment_explanations(
    clues: Clues, bills: Iterable[int] | None = None, by_party: LinesByParty | None = None
) -> Iterator[Explanation]:
    """Sets of two or more lines that pay one of the bills, wholly or so far, bill by bill."""
    by_party = by_party or LinesByParty(clues)
    for bill in range(len(clues.ledger.bills)) if bills is None else bills:
        record = clues.ledger.bills[bill]
        lines = by_party.of(record)
        pool = lines.smaller_than(record)
        if pool.is_small():
            continue
        places = lines.quoting(bill)
        found: dict[tuple[int, ...], str] = {}
        for how, members in (
            *_quoting(places, pool),
            *_equal(clues, record, pool, by_party.nameless),
            *_uneven(record, pool),
            *_rest(places, pool),
            *retained(record, pool),
            *shares(places, pool),
        ):
            found.setdefault(members, how)
        size = pool.size() if found else 0
        for members, how in found.items():
            yield instalments_of(clues, bill, members, how, len(found) - 1, size)


def _quoting(places: Sequence[int], pool: Pool) -> Iterator[Found]:
    """All lines that quote the bill, while they do not pay more than it."""
    amounts = pool.among(places)
    quoting = tuple(amounts)[:PARTS]
    if len(quoting) >= 2 and sum(amounts[line] for line in quoting) <= pool.total:
        yield "quoted", quoting


def _equal(clues: Clues, bill: Bill, pool: Pool, nameless: Nameless) -> Iterator[Found]:
    """Equal parts at a steady pace; the last may differ by the remainder.

    A line that names nobody may fill a gap between lines that name the party.
    """
    total, payments = pool.total, clues.ledger.payments
    if total < LARGE:
        return
    for parts in range(2, PARTS + 1):
        share, remainder = divmod(total, parts)
        equal = pool.of_amount(share) or pool.of_amount(share + 1)
        if not equal:
            continue
        last = pool.of_amount(share + remainder)
        if parts > 2 * len({*equal, *last}):
            continue  # more than half of any such chain would name nobody
        sign = 1 if bill.effect > 0 else -1
        filling = {
            line
            for amount in {share, share + remainder}
            for line in _in_time(nameless.get((bill.currency, sign * amount), ()), pool, payments)
        }
        days = {line: payments[line].day for line in sorted({*equal, *last, *filling})}
        for chain in _chains(days, parts):
            if 2 * sum(line in filling for line in chain) >= len(chain):
                continue
            paid = sum(abs(payments[line].amount) for line in chain)
            if paid == total and len(chain) == parts:
                yield "equal", chain
            elif parts > 2 and len(chain) == parts - 1 and paid < total:
                yield "equal_so_far", chain


def _in_time(lines: Sequence[int], pool: Pool, payments: Sequence[Payment]) -> Sequence[int]:
    """Those of the lines, which are in order of time, that are of the pool's; few or none.

    Where many lines of an amount name nobody, some fill every gap by accident.
    """
    first = bisect_left(lines, pool.first_day, key=lambda line: payments[line].day)
    last = bisect_right(lines, pool.last_day, lo=first, key=lambda line: payments[line].day)
    return lines[first:last] if last - first <= _FILLING_MOST else ()


def _chains(days: Mapping[int, int], parts: int) -> Iterator[tuple[int, ...]]:
    """Rows of lines with steady steps between them, starting at each line; days ascend."""
    lines = list(days)
    for first, start in enumerate(lines):
        for second in range(first + 1, len(lines)):
            step = days[lines[second]] - days[start]
            if step > WIDEST_STEP:
                break
            if step < 1:
                continue
            chain = [start, lines[second]]
            for line in lines[second + 1 :]:
                gap = days[line] - days[chain[-1]]
                if len(chain) == parts or gap > step + _STEADY_DAYS:
                    break
                if gap >= step - _STEADY_DAYS:
                    chain.append(line)
            yield tuple(chain)
            if len(chain) == parts:
                yield tuple(chain[:-1])


def _uneven(bill: Bill, pool: Pool) -> Iterator[Found]:
    """Lines of the party that add up to the bill, not too far apart."""
    if pool.total < LARGE:
        return
    near = pool.since(bill.reckoned - WIDEST_STEP, _UNEVEN_MOST)
    smallest = min((amount for _, _, amount in near), default=0)
    # What leaves less than the smallest is no part.
    near = [part for part in near if part[2] + smallest <= pool.total]
    found = subsets([amount for _, _, amount in near], pool.total, _UNEVEN_PARTS)
    steady = (
        tuple(near[place][0] for place in places)
        for places in found
        if all(near[b][1] - near[a][1] <= WIDEST_STEP for a, b in pairwise(places))
    )
    yield from (("uneven", members) for members in islice(steady, 4))


def _rest(places: Sequence[int], pool: Pool) -> Iterator[Found]:
    """The lines that quote the bill, and one or two that do not and pay what they leave."""
    quoting = pool.among(places)
    left = pool.total - sum(quoting.values())
    if not quoting or left <= 0 or len(quoting) >= PARTS:
        return
    for line in pool.of_amount(left):
        if line not in quoting:
            yield "quoted_and_rest", tuple(sorted((*quoting, line)))
    if len(quoting) < 2:
        return
    days = pool.days_of(quoting)
    near = [
        (line, amount)
        for line, day, amount in pool.since(days[0] - WIDEST_STEP, _UNEVEN_MOST)
        if line not in quoting and day <= days[-1] + WIDEST_STEP
    ]
    for pair in subsets([amount for _, amount in near], left, 2)[:2]:
        yield "quoted_and_rest", tuple(sorted((*quoting, *(near[place][0] for place in pair))))


def instalments_of(
    clues: Clues, bill: int, members: tuple[int, ...], how: str, rivals: int, pool: int
) -> Explanation:
    """The explanation of the bill by lines, found ``how``, among ``rivals`` others.

    ``pool`` is how many lines were searched.
    """
    billed = clues.ledger.bills[bill].effect
    paid = sum(clues.ledger.payments[line].amount for line in members)
    size = len(members)
    return Explanation(
        "instalments",
        "instalments",
        (bill,),
        tuple(sorted(members)),
        Settlement("exact" if paid == billed else "short", billed, paid),
        how=how,
        rivals=rivals,
        chance=math.log10(math.comb(max(pool, size), size) / max(1, abs(billed) / size)),
    )
