"""The exact fee of a processor, once deposits tell about what it keeps of each bill."""

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from engine.matching.charges import HUNDREDTH, MOST_PERCENT, NEAR_PERCENT, Fee

_COMPARED = 12
_POLISHED = 3


def refined(fee: Fee, deposits: Sequence[tuple[int, int, int]]) -> Fee:
    """The fee near ``fee`` that fits the most deposits to the cent, one that is usual if it does.

    Args:
        fee: as found on the grid of usual sums.
        deposits: gross sum, number of bills and sum kept of each.
    """
    usual, fits = _usual_near(fee, deposits)
    if fits == len(deposits):
        return usual
    odd, more = _odd_near(usual, deposits)
    return odd if more > fits + max(1, fits // 10) else usual


def _usual_near(fee: Fee, deposits: Sequence[tuple[int, int, int]]) -> tuple[Fee, int]:
    """The best fee of whole hundredths of a percent, and how many deposits it fits."""
    best = (0, -math.inf, fee)
    whole = HUNDREDTH * round(fee.percent / HUNDREDTH)
    for near in NEAR_PERCENT:
        percent = whole + HUNDREDTH * near
        rest = [(kept - gross * percent / 1_000_000, n) for gross, n, kept in deposits]
        alone = [lost / count for lost, count in rest[:_COMPARED]]
        between = [(a + b) / 2 for a, b in combinations(alone, 2)]
        values = {max(0.0, value) for value in (*alone, *between)}
        values |= {float(5 * round(v / 5)) for v in values} | {float(round(v)) for v in values}
        for fixed in sorted(values):
            off = [abs(lost - count * fixed) for lost, count in rest]
            fits = sum(o <= _room(fee.unit, n) for o, (_, n) in zip(off, rest, strict=True))
            likely = -abs(near) - 0.05 * (fixed % 5 > 0) - 0.01 * (fixed % 1 > 0)
            likely -= 0.001 * min(sum(off) / len(off), 5.0)
            if (fits, likely) > best[:2]:
                found = fee._replace(percent=percent, fixed=round(10 * fixed))
                best = (fits, likely, found)
    return best[2], best[0]


def _odd_near(fee: Fee, deposits: Sequence[tuple[int, int, int]]) -> tuple[Fee, int]:
    """The best fee of any percentage, through two deposits and then through all that it fits."""
    table = np.array(deposits, dtype=np.float64)
    gross, number, kept = table[:, 0], table[:, 1], table[:, 2]
    room = fee.unit * (0.5 + 0.2 * (number - 1))
    best = (0, fee.percent / 1e6, fee.fixed / 10)
    for one, other in combinations(range(min(len(deposits), _COMPARED)), 2):
        among = np.array((one, other))
        for _ in range(_POLISHED):
            rows = np.stack((gross[among], number[among]), axis=1)
            share, fixed = np.linalg.lstsq(rows, kept[among], rcond=None)[0].tolist()
            is_near = abs(kept - share * gross - fixed * number) <= room
            if not 0 < share < MOST_PERCENT / 1e4 or fixed < -0.5 or is_near.sum() < 2:
                break
            best = max(best, (int(is_near.sum()), share, max(0.0, fixed)))
            among = np.flatnonzero(is_near)
    fits, share, fixed = best
    return fee._replace(percent=round(1e6 * share), fixed=round(10 * fixed)), fits


def _room(unit: int, count: int) -> float:
    """Minor units by which rounding may move the fees of so many bills."""
    return unit * (0.5 + 0.2 * (count - 1))
