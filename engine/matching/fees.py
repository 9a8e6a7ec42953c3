"""What a processor keeps of each payment, a percentage and a fixed sum, inferred from its deposits.

Every way in which bills of the days before could make up a deposit proposes fees. A fee that
explains many deposits, each by ways that are few, is no accident: its evidence adds up.
"""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.matching.currencies import scale_of
from engine.matching.tills import Till

LONGEST_RUN = 16
"""Days that one deposit may cover."""
LATEST = 10
"""Days from the last bill of a deposit to the deposit."""
_SINGLE_LATEST = 7
_SMALL_POOL = 7
_MOST_PERCENT = 1600  # in hundredths of a percent
_LEAST_PERCENT = 20
_HIGH_PERCENT = 400
_FIXED = np.arange(0, 61, 2, dtype=np.int64)
"""Usual fixed sums in hundredths of a euro; what lies between them is found by slack."""
_NEAR_PERCENT = (0, -1, 1, -2, 2)
_COMPARED = 12
_RUN_LENGTHS = (1, 2, 3, 7, 14, 15)

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Fee(NamedTuple):
    """What is kept of every payment.

    ``percent`` is in hundredths of a percent, ``fixed`` in tenths of minor units; ``unit`` is the
    step that fees are rounded to, in minor units.
    """

    percent: int
    fixed: int
    unit: int = 1

    def net(self, effect: int) -> int:
        """What arrives of a bill; of a credit note all is taken."""
        if effect < 0:
            return effect
        step = 10_000 * self.unit
        share = (2 * (effect * self.percent + 1_000 * self.fixed) + step) // (2 * step)
        return effect - share * self.unit


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


def ways(till: Till, day: int) -> Ways:
    """All runs of days before ``day``, and all choices of few bills of one day."""
    runs, choices = _runs(till, day), _choices(till, day)
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
    for step in _NEAR_PERCENT:
        wide = np.flatnonzero(room > abs(step) - 0.5)
        percent = nearest[wide] + step
        right = np.abs(share[wide] - percent) <= room[wide, np.newaxis]
        right &= (percent >= _LEAST_PERCENT) & (percent <= _MOST_PERCENT)
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
    size = (_MOST_PERCENT + 1) * len(_FIXED)
    cells = np.concatenate([p.cells for p in found]) if found else np.zeros(0, dtype=np.int64)
    if not len(cells):
        return 0.0, Fee(0, 0, unit), []
    sums = np.bincount(cells, weights=np.concatenate([p.weights for p in found]), minlength=size)
    places = np.flatnonzero(sums > 0)
    evidence = sums[places] + _prior(places)
    best = int(places[int(np.argmax(evidence))])
    percent, column = divmod(best, len(_FIXED))
    fee = Fee(percent, int(_FIXED[column]) * scale_of(currency) * 10, unit)
    where = [(n, int(np.searchsorted(p.cells, best))) for n, p in enumerate(found)]
    explained = [
        (n, at) for n, at in where if at < len(found[n].cells) and found[n].cells[at] == best
    ]
    deposits = [
        (int(found[n].gross[at]), int(found[n].number[at]), int(found[n].kept[at]))
        for n, at in explained
    ]
    return float(evidence.max()), refined(fee, deposits), [n for n, _ in explained]


def refined(fee: Fee, deposits: Sequence[tuple[int, int, int]]) -> Fee:
    """The fee near ``fee`` that fits the most deposits to the cent.

    Args:
        fee: as found on the grid of usual sums.
        deposits: gross sum, number of bills and sum kept of each.
    """
    best = (0, -math.inf, fee)
    for near in _NEAR_PERCENT:
        rest = [(kept - gross * (fee.percent + near) / 10_000, n) for gross, n, kept in deposits]
        alone = [lost / count for lost, count in rest[:_COMPARED]]
        between = [(a + b) / 2 for a, b in combinations(alone, 2)]
        values = {max(0.0, value) for value in (*alone, *between)}
        values |= {float(5 * round(v / 5)) for v in values} | {float(round(v)) for v in values}
        for fixed in sorted(values):
            off = [abs(lost - count * fixed) for lost, count in rest]
            fits = sum(
                o <= fee.unit * (0.5 + 0.2 * (n - 1)) for o, (_, n) in zip(off, rest, strict=True)
            )
            likely = -abs(near) - 0.05 * (fixed % 5 > 0) - 0.01 * (fixed % 1 > 0)
            likely -= 0.001 * min(sum(off) / len(off), 5.0)
            if (fits, likely) > best[:2]:
                found = fee._replace(percent=fee.percent + near, fixed=round(10 * fixed))
                best = (fits, likely, found)
    return best[2]


def _prior(cells: Ints) -> Floats:
    """Round percentages are likelier, and so is no fixed sum."""
    percent, column = np.divmod(cells, len(_FIXED))
    return (
        np.where(percent % 10 == 0, 1.5, np.where(percent % 5 == 0, 0.7, 0.0))
        + np.where(column == 0, 1.0, 0.0)
        - np.where(percent > _HIGH_PERCENT, 1.0, 0.0)
    )


def _runs(till: Till, day: int) -> list[tuple[int, int, int]]:
    """Gross sum, credit notes and number of bills of every run of days of a usual length."""
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    for last in range(day - LATEST, day + 1):
        for length in _RUN_LENGTHS:
            places = till.between(last - length + 1, last)
            key = (places.start, places.stop)
            if places and key not in found:
                found[key] = _summed([till.effects[place] for place in places])
    return [run for run in found.values() if run[2]]


def _choices(till: Till, day: int) -> list[tuple[int, int, int]]:
    """The same of every choice of one day's bills, where they are few."""
    found: list[tuple[int, int, int]] = []
    for last in range(day - _SINGLE_LATEST, day + 1):
        effects = [till.effects[place] for place in till.between(last, last)]
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


def slack(fee: Fee, count: int) -> int:
    """Minor units by which a sum of so many bills less fee may be off, by rounding alone."""
    return 0 if count < 2 else fee.unit * max(1, round(math.sqrt(count) / 2))
