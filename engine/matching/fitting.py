"""Fits the table of weights to runs whose right answer is known.

Logistic regression, one for each family of explanations; then a calibration of each family on
runs that its weights have not seen. A ridge penalty draws weights to nothing, most of all those of
two findings together, and neighbours on a scale to each other. Deterministic for the same input.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import get_args

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from engine.matching.assignment import choose
from engine.matching.competition import Competition
from engine.matching.explaining import Explained
from engine.matching.explanation import Family
from engine.matching.ledger import Ledger
from engine.matching.regression import Floats, logistic, penalty_of
from engine.matching.scoring import Calibration, FamilyWeights, Weights

FAMILIES: tuple[Family, ...] = get_args(Family)
_RIDGE_CALIBRATION = 20.0  # towards leaving the log-odds as they are
_ALTERNATIONS = 10
_ALTERNATIONS_MORE = 4
_CALIBRATED_FROM = -2.0
"""Log-odds below which nothing is proposed, so that no probability need come true."""
_FOLDS = 3
_MOST = 30.0
_NEVER = -10.0  # the log-odds of a family that is never right in the training runs

Indexes = NDArray[np.int64]
Group = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class LabelledRun:
    """A run's explanations, and for each whether it is exactly a right answer.

    ``weight`` says how much each of its explanations counts beside those of other runs.
    """

    ledger: Ledger
    explained: Explained
    is_right: tuple[bool, ...]
    weight: float = 1.0


def label(ledger: Ledger, explained: Explained, truth: Set[Group]) -> LabelledRun:
    """Mark the explanations that are groups (invoice ids, transaction ids) of ``truth``."""
    bills = [bill.id for bill in ledger.bills]
    lines = [payment.id for payment in ledger.payments]
    is_right = tuple(
        (frozenset(bills[b] for b in e.bills), frozenset(lines[p] for p in e.payments)) in truth
        for e in explained.explanations
    )
    return LabelledRun(ledger, explained, is_right)


def balanced(sources: Sequence[Sequence[LabelledRun]]) -> list[LabelledRun]:
    """The runs of all sources, weighed so that the sources count alike.

    Within a source a run counts as the square root of its explanations, so that no large run speaks
    for all. The weights are 1 on average.
    """
    rows = sum(len(run.is_right) for source in sources for run in source)
    found = []
    for source in sources:
        roots = [math.sqrt(max(1, len(run.is_right))) for run in source]
        share = rows / len(sources) / sum(roots)
        found += [
            replace(run, weight=share / root) for run, root in zip(source, roots, strict=True)
        ]
    return found


def fit(runs: Sequence[LabelledRun]) -> Weights:
    """Weights from all runs, calibrated by what weights from two thirds say of the third."""
    sample = _Sample(runs)
    everywhere = np.ones(len(runs))
    whole = sample.solved(everywhere, _State({}, {}), _ALTERNATIONS)
    folds = min(_FOLDS, len(runs))
    standing = np.zeros(len(sample.run_of))
    for fold in range(folds if folds > 1 else 0):
        is_held_out = np.arange(len(runs)) % folds == fold
        state = sample.solved(everywhere - is_held_out, whole, _ALTERNATIONS_MORE)
        members = is_held_out[sample.run_of]
        standing[members] = sample.standing(state)[members]
    winners = sample.winners(standing)
    return {
        family: _calibrated(
            _weights(table, whole.solutions[family]), table, standing, winners & (folds > 1)
        )
        for family, table in sample.tables.items()
    }


@dataclass(frozen=True, slots=True)
class _Table:
    """The explanations of one family over all runs: one row each, one column per finding.

    ``places`` are the rows' places among the explanations of all runs.
    """

    names: list[str]
    matrix: sparse.csr_matrix
    right: Floats
    weight: Floats
    places: Indexes


@dataclass(frozen=True, slots=True)
class _State:
    """Intercept and weights of every family, and what competition takes from its rows."""

    solutions: dict[Family, Floats]
    pressure: dict[Family, Floats]


class _Sample:
    """All explanations of some runs, in one row of runs."""

    def __init__(self, runs: Sequence[LabelledRun]) -> None:
        explanations = [e for run in runs for e in run.explained.explanations]
        features = [f for run in runs for f in run.explained.features]
        right = np.asarray([r for run in runs for r in run.is_right], dtype=np.float64)
        counts = [len(run.is_right) for run in runs]
        self.run_of = np.repeat(np.arange(len(runs)), counts)
        weight = np.repeat([run.weight for run in runs], counts)
        self._edges = [0, *accumulate(counts)]
        self._explanations = [run.explained.explanations for run in runs]
        self._competitions = [Competition(run.explained.explanations) for run in runs]
        families = np.asarray([FAMILIES.index(e.family) for e in explanations])
        self.tables = {}
        for number, family in enumerate(FAMILIES):
            places = np.flatnonzero(families == number)
            names, matrix = _columns([features[n] for n in places.tolist()])
            self.tables[family] = _Table(names, matrix, right[places], weight[places], places)

    def solved(self, share: Floats, start: _State, alternations: int) -> _State:
        """The weights by the runs as far as ``share`` counts them, 0 or 1 each.

        What its rivals take from an explanation is not for its evidence to explain. So the weights
        are fitted given the competition, the competition is held with the new weights, and so on.
        """
        state = _State(dict(start.solutions), dict(start.pressure))
        for _ in range(alternations):
            for family, table in self.tables.items():
                pressure = state.pressure.setdefault(family, np.zeros(len(table.right)))
                weight = table.weight * share[self.run_of[table.places]]
                state.solutions[family] = _solved(
                    table, weight, pressure, state.solutions.get(family)
                )
            taken = self.standing(state) - self._own(state)
            for family, table in self.tables.items():
                state.pressure[family] = 0.5 * (state.pressure[family] + taken[table.places])
        return state

    def standing(self, state: _State) -> Floats:
        """Every explanation's log-odds after competition."""
        own = self._own(state)
        parts = [
            competition.standings(own[first:last])
            for competition, (first, last) in zip(
                self._competitions, pairwise(self._edges), strict=True
            )
        ]
        return np.concatenate(parts)

    def winners(self, standing: Floats) -> NDArray[np.bool_]:
        """Which explanations would be chosen of those that may be proposed at all."""
        found = np.zeros(len(standing), dtype=np.bool_)
        for explanations, (first, last) in zip(
            self._explanations, pairwise(self._edges), strict=True
        ):
            said = standing[first:last].tolist()
            worthy = [n for n, value in enumerate(said) if value > _CALIBRATED_FROM]
            found[[first + n for n in choose(explanations, said, worthy)]] = True
        return found

    def _own(self, state: _State) -> Floats:
        own = np.zeros(len(self.run_of))
        for family, table in self.tables.items():
            solution = state.solutions[family]
            own[table.places] = table.matrix @ solution[1:] + solution[0]
        return np.clip(own, -_MOST, _MOST)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[list[str], sparse.csr_matrix]:
    names = sorted({feature for row in rows for feature in row})
    place = {name: n for n, name in enumerate(names)}
    indices = [place[feature] for row in rows for feature in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    shape = (len(rows), len(names))
    return names, sparse.csr_matrix((np.ones(len(indices)), indices, starts), shape=shape)


def _solved(table: _Table, weight: Floats, pressure: Floats, start: Floats | None) -> Floats:
    if not (table.right * weight).any():
        return np.asarray([_NEVER, *(0.0 for _ in table.names)])
    penalty = penalty_of(table.names)
    return logistic(table.matrix, table.right, weight, penalty, pressure, start)


def _weights(table: _Table, solution: Floats) -> FamilyWeights:
    intercept, *found = solution.tolist()
    shares = np.asarray(table.matrix.mean(axis=0)).ravel() if len(table.right) else np.zeros(0)
    return _centred(intercept, dict(zip(table.names, found, strict=True)), shares)


def _centred(intercept: float, raw: Mapping[str, float], shares: Floats) -> FamilyWeights:
    """The same model with every topic's average moved into the intercept.

    So a weight of 0, which a finding never seen in training has, is that of average evidence.
    """
    means: dict[str, float] = {}
    for (name, weight), share in zip(raw.items(), shares, strict=True):
        topic = name.partition(":")[0]
        means[topic] = means.get(topic, 0.0) + weight * float(share)
    evidence = {n: round(w - means[n.partition(":")[0]], 3) for n, w in raw.items()}
    return FamilyWeights(intercept=round(intercept + sum(means.values()), 3), evidence=evidence)


def _calibrated(
    raw: FamilyWeights, table: _Table, standing: Floats, winners: NDArray[np.bool_]
) -> FamilyWeights:
    """The weights with the scale and shift at which what is proposed comes true as often."""
    heard = np.flatnonzero(winners[table.places])
    right, weight = table.right[heard], table.weight[heard]
    if not right.any():
        return raw
    said = standing[table.places[heard]]
    penalty = sparse.csr_matrix([[_RIDGE_CALIBRATION]])
    matrix = sparse.csr_matrix(said[:, np.newaxis])
    shift, beyond = logistic(matrix, right, weight, penalty, said).tolist()
    calibration = Calibration(shift=round(shift, 4), scale=round(1.0 + beyond, 4))
    return msgspec.structs.replace(raw, calibration=calibration)
