"""Explanations of one bill by several bank lines of its party: parts, all paid or still running.

Lines belong together when they quote the bill, when they are equal parts of it, or when lines of
the party in a row add up to it.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

from engine.matching.clues import SURELY_NAMED, Clues
from engine.matching.explanation import Explanation
from engine.matching.ledger import Bill
from engine.matching.treatment import Settlement

_PARTS = 12
_LONGEST_DAYS = 400
_WIDEST_STEP = 45
_UNEVEN_MOST = 14
_UNEVEN_PARTS = 6
_STEPS = 3_000
_LARGE = 10_000  # nobody pays less than a hundred in parts without saying so
_STEADY_DAYS = 4
_NO_DAY = 10**7

Found = tuple[str, tuple[int, ...]]
Nameless = Mapping[tuple[str, int], Sequence[int]]


def instalment_explanations(clues: Clues) -> Iterator[Explanation]:
    """Sets of two or more lines that pay one bill, wholly or so far, bill by bill."""
    lines_of = _lines_by_party(clues)
    nameless = _nameless_lines(clues)
    for bill, record in enumerate(clues.ledger.bills):
        lines = _pool(clues, record, lines_of.get(record.party, ()))
        if len(lines) < 2:
            continue
        found: dict[tuple[int, ...], str] = {}
        for how, members in (
            *_quoting(clues, bill, lines),
            *_equal(clues, record, lines, nameless),
            *_uneven(clues, record, lines),
        ):
            found.setdefault(members, how)
        for members, how in found.items():
            yield _explanation(clues, bill, members, how, len(found) - 1, len(lines))


def _lines_by_party(clues: Clues) -> dict[int, list[int]]:
    lines: dict[int, list[int]] = defaultdict(list)
    for index, named in enumerate(clues.named):
        quoted = {clues.ledger.bills[b].party for b in clues.whole_quotes[index]}
        sure = [n.party for n in named[:2] if n.score >= SURELY_NAMED]
        for party in dict.fromkeys(sure or sorted(quoted)):
            if clues.ledger.parties[party].names:
                lines[party].append(index)
    return lines


def _nameless_lines(clues: Clues) -> Nameless:
    lines: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, payment in enumerate(clues.ledger.payments):
        if clues.names_nobody(index):
            lines[payment.currency, payment.amount].append(index)
    return lines


def _pool(clues: Clues, bill: Bill, lines: Sequence[int]) -> list[int]:
    """Lines smaller than the bill, of its currency and direction, in its time."""
    payments = clues.ledger.payments
    first = bisect_left(lines, bill.issued, key=lambda line: payments[line].day)
    last = (max(bill.due, bill.issued) or _NO_DAY) + _LONGEST_DAYS
    return [
        line
        for line in takewhile(lambda line: payments[line].day <= last, lines[first:])
        if (p := payments[line]).currency == bill.currency
        and p.amount * bill.effect > 0
        and abs(p.amount) < abs(bill.effect)
    ]


def _quoting(clues: Clues, bill: int, lines: Sequence[int]) -> Iterator[Found]:
    """All lines that quote the bill, while they do not pay more than it."""
    quoting = tuple(line for line in lines if clues.quote(line, bill))[:_PARTS]
    effect = clues.ledger.bills[bill].effect
    amounts = {line: clues.ledger.payments[line].amount for line in lines}
    if len(quoting) >= 2 and abs(sum(amounts[line] for line in quoting)) <= abs(effect):
        yield "quoted", quoting


def _equal(clues: Clues, bill: Bill, lines: Sequence[int], nameless: Nameless) -> Iterator[Found]:
    """Equal parts at a steady pace; the last may differ by the remainder.

    A line that names nobody may fill a gap between lines that name the party.
    """
    by_amount: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        by_amount[abs(clues.ledger.payments[line].amount)].append(line)
    total = abs(bill.effect)
    if total < _LARGE:
        return
    for parts in range(2, _PARTS + 1):
        share, remainder = divmod(total, parts)
        equal = by_amount.get(share) or by_amount.get(share + 1) or ()
        last = by_amount.get(share + remainder, ())
        if not equal:
            continue
        sign = 1 if bill.effect > 0 else -1
        filling = sorted(
            line
            for amount in {share, share + remainder}
            for line in nameless.get((bill.currency, sign * amount), ())
        )
        both = sorted({*equal, *last, *_pool(clues, bill, filling)})
        for chain in _chains(clues, both, parts):
            if 2 * sum(line in filling for line in chain) >= len(chain):
                continue
            paid = sum(abs(clues.ledger.payments[line].amount) for line in chain)
            if paid == total and len(chain) == parts:
                yield "equal", chain
            elif parts > 2 and len(chain) == parts - 1 and paid < total:
                yield "equal_so_far", chain


def _chains(clues: Clues, lines: Sequence[int], parts: int) -> Iterator[tuple[int, ...]]:
    """Rows of lines with steady steps between them, starting at each line."""
    days = {line: clues.ledger.payments[line].day for line in lines}
    for first in range(len(lines)):
        for second in range(first + 1, len(lines)):
            step = days[lines[second]] - days[lines[first]]
            if not 1 <= step <= _WIDEST_STEP:
                continue
            chain = [lines[first], lines[second]]
            for line in lines[second + 1 :]:
                gap = days[line] - days[chain[-1]]
                if len(chain) < parts and abs(gap - step) <= _STEADY_DAYS:
                    chain.append(line)
            yield tuple(chain)
            if len(chain) == parts:
                yield tuple(chain[:-1])


def _uneven(clues: Clues, bill: Bill, lines: Sequence[int]) -> Iterator[Found]:
    """Lines of the party that add up to the bill, not too far apart."""
    total = abs(bill.effect)
    if total < _LARGE:
        return
    near = [x for x in lines if clues.ledger.payments[x].day >= bill.reckoned - 45][:_UNEVEN_MOST]
    amounts = [abs(clues.ledger.payments[line].amount) for line in near]
    days = [clues.ledger.payments[line].day for line in near]
    reach = [*reversed([*accumulate(reversed(amounts))]), 0]  # all that is left from each place on
    found: list[tuple[int, ...]] = []
    steps = 0

    def search(place: int, rest: int, chosen: tuple[int, ...]) -> None:
        nonlocal steps
        steps += 1
        if rest == 0 and len(chosen) >= 2:
            found.append(tuple(near[n] for n in chosen))
        if rest <= 0 or steps > _STEPS or reach[place] < rest or len(chosen) == _UNEVEN_PARTS:
            return
        for n in range(place, len(near)):
            if chosen and days[n] - days[chosen[-1]] > _WIDEST_STEP:
                return
            if amounts[n] <= rest:
                search(n + 1, rest - amounts[n], (*chosen, n))

    search(0, total, ())
    yield from (("uneven", members) for members in found[:4])


def _explanation(
    clues: Clues, bill: int, members: tuple[int, ...], how: str, rivals: int, pool: int
) -> Explanation:
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
