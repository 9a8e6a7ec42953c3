"""Fees that are more than a share of each bill: a charge for each payment, a reserve held back.

A processor's lines and the sums of the bills since its last payment make equations: sum kept =
share of the sum + so much a bill + (so much a payment, or less what it held back some payments
ago). A few lines in a row solve them; the solution that the most lines agree with is the tariff.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.matching.charges import Cycle, Fee
from engine.matching.clues import Clues
from engine.matching.fees import Pace
from engine.matching.tills import Till

Floats = NDArray[np.float64]

_LEAST_LINES = 7
_LEAST_AGREEING = 5
_LEAST_SHARE = 0.3
_MOST_KEPT = 0.3
_MOST_FIXED = 600.0
_MOST_PAYMENTS = 14
"""Payments after which a reserve is released at the latest."""
_POLISHED = 3
_FIRST_ROOM = 4.0


class _Sums(NamedTuple):
    """Of the bills since the last payment, line by line: gross, number, and what was kept."""

    gross: Floats
    number: Floats
    kept: Floats


def tariff_of(clues: Clues, till: Till, lines: Sequence[int], pace: Pace) -> Cycle | None:
    """The likeliest tariff of lines that ascend by day; None where too few agree with any."""
    payments = clues.ledger.payments
    largest: dict[int, int] = {}
    for line in sorted(lines, key=lambda line: (payments[line].amount, line)):
        largest[payments[line].day] = line
    lines = [largest[day] for day in sorted(largest)]
    if len(lines) < _LEAST_LINES:
        return None
    days = [payments[line].day for line in lines]
    gaps = sorted(b - a for a, b in pairwise(days))
    longest = min(pace.longest, gaps[(9 * len(gaps)) // 10])
    amounts = np.array([payments[line].amount for line in lines], dtype=np.float64)
    found: list[Cycle] = []
    hypotheses = (pace.latest + 1) * (_MOST_PAYMENTS + 2)
    for lag in range(pace.latest + 1):
        sums = _sums(till, days, longest, lag, amounts)
        for column in _columns(sums.gross):
            solved = _solved(sums, column, till.unit)
            if solved is None or solved[0] - math.log(hypotheses) <= 0:
                continue
            evidence, (share, fixed, more) = solved
            fee = Fee(round(1e6 * share), round(10 * max(0.0, fixed)), till.unit)
            evidence -= math.log(hypotheses)
            beside = zip(lines, _rounded(-more * column), strict=True) if column is not None else ()
            found.append(Cycle(evidence, fee, lag, longest, dict(beside)))
    return max(found, default=None, key=lambda cycle: (round(cycle.evidence, 6), -cycle.lag))


def _sums(till: Till, days: Sequence[int], longest: int, lag: int, amounts: Floats) -> _Sums:
    rows = []
    for before, day in zip((days[0] - longest, *days[:-1]), days, strict=True):
        first = max(before, day - 2 * longest) - lag + 1
        effects = [till.effects[p] for p in till.between(first, day - lag) if till.is_free(p)]
        bills = [effect for effect in effects if effect > 0]
        rows.append((sum(bills), len(bills), sum(effects)))
    table = np.array(rows, dtype=np.float64)
    return _Sums(table[:, 0], table[:, 1], table[:, 2] - amounts)


def _columns(gross: Floats) -> Iterator[Floats | None]:
    """What else may be kept: nothing, so much a payment, less a share of an earlier one."""
    yield None
    yield np.ones(len(gross))
    for back in range(1, min(_MOST_PAYMENTS, len(gross) - _LEAST_AGREEING) + 1):
        yield np.concatenate((np.zeros(back), -gross[:-back]))


def _solved(
    sums: _Sums, column: Floats | None, unit: int
) -> tuple[float, tuple[float, float, float]] | None:
    """Evidence, share, fixed sum and the third weight of the best solution of lines in a row."""
    columns = [sums.gross, sums.number] if column is None else [sums.gross, sums.number, column]
    rows = np.stack(columns, axis=1)
    room = unit * (1.0 + 0.35 * np.sqrt(sums.number))
    count, width = rows.shape
    starts = np.arange(count - width + 1)
    among = starts[:, np.newaxis] + np.arange(width)
    squares, kept = rows[among], sums.kept[among]
    is_regular = np.abs(np.linalg.det(squares)) > 1e-3
    if not is_regular.any():
        return None
    found = np.linalg.solve(squares[is_regular], kept[is_regular][..., np.newaxis])[..., 0]
    found = found[_is_likely(found)]
    if not len(found):
        return None
    off = np.abs(sums.kept[np.newaxis, :] - found @ rows.T)
    best = found[int(np.argmax((off <= _FIRST_ROOM * room).sum(axis=1)))]
    near = np.flatnonzero(np.abs(sums.kept - rows @ best) <= _FIRST_ROOM * room)
    for _ in range(_POLISHED):
        if len(near) < width:
            return None
        best = np.linalg.lstsq(rows[near], sums.kept[near], rcond=None)[0]
        near = np.flatnonzero(np.abs(sums.kept - rows @ best) <= room)
    near = near[sums.number[near] > 0]
    if not _is_likely(best[np.newaxis])[0] or len(near) < _LEAST_AGREEING + width - 2:
        return None
    if len(near) < _LEAST_SHARE * count:
        return None
    spread = np.maximum(0.15 * sums.gross[near], 1.0)
    weights = np.sort(np.log(np.maximum(1.0, spread / (2 * room[near] + unit))))
    share, fixed, *more = best.tolist()
    return float(weights[: len(weights) - width].sum()), (share, fixed, more[0] if more else 0.0)


def _is_likely(found: Floats) -> NDArray[np.bool_]:
    """Whether solutions keep a share and a sum that anybody would."""
    likely = (found[:, 0] > 0) & (found[:, 0] < _MOST_KEPT)
    likely &= (found[:, 1] > -1.0) & (found[:, 1] < _MOST_FIXED)
    if found.shape[1] > 2:
        likely &= found[:, 2] > 0
    return likely


def _rounded(values: Floats) -> list[int]:
    return [int(value) for value in np.rint(values).tolist()]
