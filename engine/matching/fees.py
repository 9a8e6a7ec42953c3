"""What a processor keeps of each payment, a percentage and a fixed sum, inferred from its deposits.

Every way in which bills of the days before could make up a deposit proposes fees. A fee that
explains many deposits, each by ways that are few, is no accident: its evidence adds up.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.matching.charges import HUNDREDTH, MOST_PERCENT, NEAR_PERCENT, Fee
from engine.matching.currencies import scale_of
from engine.matching.refining import refined
from engine.matching.tills import Till

_SINGLE_LATEST = 7
_SMALL_POOL = 7
_LEAST_PERCENT = 20
_HIGH_PERCENT = 400
_HIGH_FIXED = 60
_FIXED = np.concatenate((np.arange(0, 61, 2), np.arange(65, 156, 5)), dtype=np.int64)
"""Usual fixed sums in hundredths of a euro; what lies between them is found by slack."""
_LONG_GAP = 9

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Pace(NamedTuple):
    """How far back a deposit reaches, in days.

    ``latest`` is the most from its last bill to the deposit, ``longest`` the most that it covers,
    ``lengths`` what deposits usually cover.
    """

    latest: int
    longest: int
    lengths: tuple[int, ...]


SHORT = Pace(10, 16, (1, 2, 3, 7, 14, 15))
LONG = Pace(21, 31, (10, 11, 14, 15, 16, 28, 29, 30, 31))


def pace_of(days: Sequence[int]) -> Pace:
    """The pace of a processor that pays on these days, which ascend."""
    gaps = sorted(b - a for a, b in pairwise(days))
    return LONG if gaps and gaps[len(gaps) // 2] >= _LONG_GAP else SHORT


class Ways(NamedTuple):
    """Ways to make up one deposit: gross sum, sum of credit notes, number of bills, and tries.

    ``tries`` is how many ways of that kind there are: the more, the less each one proves.
    """

    gross: Ints
    credits: Ints
    number: Ints
    tries: Floats


class Proposals(NamedTuple):
    """Fees that one deposit would fit, as cells of one grid, with the evidence for each.

    ``gross``, ``number`` (of bills) and ``kept`` are of the best way at each cell.
    """

    cells: Ints
    weights: Floats
    gross: Ints
    number: Ints
    kept: Ints


def ways(till: Till, day: int, pace: Pace) -> Ways:
    """All runs of days before ``day``, and all choices of few bills of one day."""
    runs, choices = _runs(till, day, pace), _choices(till, day)
    rows = [*((*r, len(runs)) for r in runs), *((*c, len(choices)) for c in choices)]
    table = np.array(sorted(set(rows)), dtype=np.int64).reshape(-1, 4)
    return Ways(table[:, 0], table[:, 1], table[:, 2], table[:, 3].astype(np.float64))


def proposals(found: Ways, amount: int, currency: str, unit: int, printed: int | None) -> Proposals:
    """The fees at which some way gives ``amount``; the evidence is a logarithm of odds.

    ``printed`` is the gross sum that the line prints, if it does: then no other can be meant.
    """
    if printed is not None:
        is_it = (found.gross == printed) | (found.gross + found.credits == printed)
        gross, refunds, number, _ = found
        tries = np.ones(int(is_it.sum()))
        found = Ways(gross[is_it], refunds[is_it], number[is_it], tries)
    scale = scale_of(currency)
    off = unit * (0.5 + 0.5 * np.sqrt(found.number)) + found.number * scale
    spread = np.maximum(0.15 * found.gross, 1.0)
    weight = -np.log(np.minimum(1.0, found.tries * (2 * off + unit) / spread))
    lost = found.gross + found.credits - amount
    likely = np.flatnonzero((weight > 0) & (lost > 0) & (lost * 5 < found.gross))
    gross, count, kept = found.gross[likely], found.number[likely], lost[likely]
    off, weight = off[likely], weight[likely]
    share = kept[:, np.newaxis] - count[:, np.newaxis] * (_FIXED * scale)[np.newaxis, :]
    share = share * (10_000 / gross[:, np.newaxis])
    room = off * (10_000 / gross)
    nearest = np.rint(share)
    places: list[tuple[Ints, Ints, Ints]] = []
    for step in NEAR_PERCENT:
        wide = np.flatnonzero(room > abs(step) - 0.5)
        percent = nearest[wide] + step
        right = np.abs(share[wide] - percent) <= room[wide, np.newaxis]
        right &= (percent >= _LEAST_PERCENT) & (percent <= MOST_PERCENT)
        rows, columns = np.nonzero(right)
        places.append((percent[rows, columns].astype(np.int64), wide[rows], columns))
    percents, rows, columns = (np.concatenate(parts) for parts in zip(*places, strict=True))
    cells = percents * len(_FIXED) + columns
    weights = weight[rows]
    order = np.lexsort((-weights, cells))
    cells, weights = cells[order], weights[order]
    first = np.ones(len(cells), dtype=np.bool_)
    first[1:] = cells[1:] != cells[:-1]
    best = rows[order][first]
    return Proposals(cells[first], weights[first], gross[best], count[best], kept[best])


def likeliest(found: Sequence[Proposals], currency: str, unit: int) -> tuple[float, Fee, list[int]]:
    """The fee with the most evidence over all deposits.

    Returns:
        The evidence, the fee, and the places of the deposits that it explains.
    """
    size = (MOST_PERCENT + 1) * len(_FIXED)
    cells = np.concatenate([p.cells for p in found]) if found else np.zeros(0, dtype=np.int64)
    if not len(cells):
        return 0.0, Fee(0, 0, unit), []
    sums = np.bincount(cells, weights=np.concatenate([p.weights for p in found]), minlength=size)
    places = np.flatnonzero(sums > 0)
    evidence = sums[places] + _prior(places)
    best = int(places[int(np.argmax(evidence))])
    percent, column = divmod(best, len(_FIXED))
    fixed = int(_FIXED[column]) * scale_of(currency) * 10
    fee = Fee(percent * HUNDREDTH, fixed, unit)
    where = [(n, int(np.searchsorted(p.cells, best))) for n, p in enumerate(found)]
    explained = [
        (n, at) for n, at in where if at < len(found[n].cells) and found[n].cells[at] == best
    ]
    deposits = [
        (int(found[n].gross[at]), int(found[n].number[at]), int(found[n].kept[at]))
        for n, at in explained
    ]
    return float(evidence.max()), refined(fee, deposits), [n for n, _ in explained]


def _prior(cells: Ints) -> Floats:
    """Round percentages are likelier, and so is no fixed sum."""
    percent, column = np.divmod(cells, len(_FIXED))
    return (
        np.where(percent % 10 == 0, 1.5, np.where(percent % 5 == 0, 0.7, 0.0))
        + np.where(column == 0, 1.0, 0.0)
        - np.where(percent > _HIGH_PERCENT, 1.0, 0.0)
        - np.where(_FIXED[column] > _HIGH_FIXED, 2.0, 0.0)
    )


def _runs(till: Till, day: int, pace: Pace) -> list[tuple[int, int, int]]:
    """Gross sum, credit notes and number of bills of every run of days of a usual length."""
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    for last in range(day - pace.latest, day + 1):
        for length in pace.lengths:
            places = till.between(last - length + 1, last)
            key = (places.start, places.stop)
            if places and key not in found:
                found[key] = _summed([till.effects[p] for p in places if till.is_free(p)])
    return [run for run in found.values() if run[2]]


def _choices(till: Till, day: int) -> list[tuple[int, int, int]]:
    """The same of every choice of one day's bills, where they are few."""
    found: list[tuple[int, int, int]] = []
    for last in range(day - _SINGLE_LATEST, day + 1):
        effects = [till.effects[p] for p in till.between(last, last) if till.is_free(p)]
        if 1 < len(effects) <= _SMALL_POOL:
            for mask in range(1, (1 << len(effects)) - 1):
                some = _summed([e for n, e in enumerate(effects) if mask >> n & 1])
                if some[2]:
                    found.append(some)
    return found


def _summed(effects: Sequence[int]) -> tuple[int, int, int]:
    bills = [effect for effect in effects if effect > 0]
    gross = sum(bills)
    return gross, sum(effects) - gross, len(bills)
