"""Fees of processors that pay on fixed days for all since their last payment.

Where several processors' bills lie among each other, no run of days is one deposit. But what a
processor paid on a day holds only bills since its last payment, always so many days later; few of
them leave few choices. The number of days and the fee that explain the most lines are its own.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from engine.matching.charges import Cycle
from engine.matching.clues import Clues
from engine.matching.fees import Pace, Proposals, Ways, likeliest, proposals
from engine.matching.printed import printed_gross
from engine.matching.tills import Till

_LEAST_LINES = 6
_SAMPLE = 48
_FIRST_LOOK = 14
_LOOKED_AGAIN = 3
_SMALL_POOL = 8
_LEAST_SHARE = 0.15
"""Of the lines so many have to be explained."""


def cycle_of(clues: Clues, till: Till, lines: Sequence[int], pace: Pace) -> Cycle | None:
    """The likeliest cycle of lines that ascend by day; None where none explains enough of them."""
    payments = clues.ledger.payments
    days = sorted({payments[line].day for line in lines})
    before = {day: last for last, day in pairwise(days)}
    sample = [line for line in lines if payments[line].day in before][:_SAMPLE]
    if len(sample) < _LEAST_LINES:
        return None
    gaps = sorted(day - last for day, last in before.items())
    longest = gaps[(9 * len(gaps)) // 10]
    unit, currency = till.unit, payments[lines[0]].currency

    def offers(lag: int, some: Sequence[int]) -> list[Proposals]:
        found = []
        for line in some:
            day, gross = payments[line].day, printed_gross(payments[line])
            first = max(before[day], day - pace.longest) - lag + 1
            ways = _ways(till, first, day - lag)
            found.append(proposals(ways, payments[line].amount, currency, unit, gross))
        return found

    few = sample[:: max(1, len(sample) // _FIRST_LOOK)]
    looked = [
        (-round(likeliest(offers(lag, few), currency, unit)[0], 6), lag)
        for lag in range(pace.latest + 1)
    ]
    found: list[Cycle] = []
    for _, lag in sorted(looked)[:_LOOKED_AGAIN]:
        evidence, fee, explained = likeliest(offers(lag, sample), currency, unit)
        if len(explained) >= max(_LEAST_LINES / 2, _LEAST_SHARE * len(sample)):
            found.append(Cycle(evidence - math.log(pace.latest + 1), fee, lag, longest))
    return max(found, default=None, key=lambda cycle: (round(cycle.evidence, 6), -cycle.lag))


def _ways(till: Till, first: int, last: int) -> Ways:
    """All choices of the bills of the days where they are few, else all of them."""
    effects = [till.effects[p] for p in till.between(first, last) if till.is_free(p)]
    if len(effects) > _SMALL_POOL:
        bills = [effect for effect in effects if effect > 0]
        table = np.array([[sum(bills), sum(effects) - sum(bills), len(bills)]], dtype=np.int64)
    else:
        table = np.zeros((1 << len(effects), 3), dtype=np.int64)
        for n, effect in enumerate(effects):
            one = (effect, 0, 1) if effect > 0 else (0, effect, 0)
            table[1 << n : 2 << n] = table[: 1 << n] + one
    table = table[table[:, 2] > 0]
    tries = np.full(len(table), float(max(1, len(table))))
    return Ways(table[:, 0], table[:, 1], table[:, 2], tries)
