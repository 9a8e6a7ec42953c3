"""Fits the table of weights to runs whose right answer is known.

Logistic regression with a ridge penalty, one for each family of explanations; then a calibration
of each family on runs that the weights have not seen. Deterministic for the same input.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from engine.matching.competition import standings
from engine.matching.explaining import Explained
from engine.matching.explanation import Explanation, Family
from engine.matching.ledger import Ledger
from engine.matching.scoring import Calibration, FamilyWeights, Weights, log_odds

FAMILIES: tuple[Family, ...] = ("exact", "adjusted", "open", "batch", "instalments")
_RIDGE = 0.5
_RIDGE_CALIBRATION = 20.0  # towards leaving the log-odds as they are
_ALTERNATIONS = 12
_CLIP = 500.0
_MOST = 30.0
_NEVER = -10.0  # the log-odds of a family that is never right in the training runs

Floats = NDArray[np.float64]
Group = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class LabelledRun:
    """A run's explanations, and for each whether it is exactly a right answer."""

    ledger: Ledger
    explained: Explained
    is_right: tuple[bool, ...]


def label(ledger: Ledger, explained: Explained, truth: Set[Group]) -> LabelledRun:
    """Compare each explanation with the true groups of (invoice ids, transaction ids)."""

    def key(e: Explanation) -> Group:
        bills = frozenset(ledger.bills[b].id for b in e.bills)
        return bills, frozenset(ledger.payments[p].id for p in e.payments)

    return LabelledRun(ledger, explained, tuple(key(e) in truth for e in explained.explanations))


def fit(training: Sequence[LabelledRun], held_out: Sequence[LabelledRun]) -> Weights:
    """Weights from the training runs, calibrated on the held-out ones.

    What its rivals take from an explanation is not for its evidence to explain, so the weights
    are fitted given the competition, the competition is held with the new weights, and so on.
    """
    tables = {family: _table(training, family) for family in FAMILIES}
    pressure = {family: np.zeros(len(table.right)) for family, table in tables.items()}
    raw: Weights = {}
    for _ in range(_ALTERNATIONS):
        raw = {family: _fit_family(tables[family], pressure[family]) for family in FAMILIES}
        felt = [_own_and_pressure(run, raw) for run in training]
        for family in FAMILIES:
            now = np.concatenate(
                [p[_of_family(run, family)] for run, (_, p) in zip(training, felt, strict=True)]
            )
            pressure[family] = 0.5 * (pressure[family] + now)
    felt = [_own_and_pressure(run, raw) for run in held_out]
    return {family: _calibrated(raw[family], held_out, felt, family) for family in FAMILIES}


@dataclass(frozen=True, slots=True)
class _Table:
    """The explanations of one family over all runs: one row each, one column per finding."""

    names: list[str]
    matrix: sparse.csr_matrix
    right: Floats


def _table(runs: Sequence[LabelledRun], family: Family) -> _Table:
    rows = [
        features
        for run in runs
        for e, features in zip(run.explained.explanations, run.explained.features, strict=True)
        if e.family == family
    ]
    right = [
        is_right
        for run in runs
        for e, is_right in zip(run.explained.explanations, run.is_right, strict=True)
        if e.family == family
    ]
    names = sorted({feature for row in rows for feature in row})
    place = {name: n for n, name in enumerate(names)}
    indices = [place[feature] for row in rows for feature in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    shape = (len(rows), len(names))
    matrix = sparse.csr_matrix((np.ones(len(indices)), indices, starts), shape=shape)
    return _Table(names, matrix, np.asarray(right, dtype=np.float64))


def _own_and_pressure(run: LabelledRun, weights: Weights) -> tuple[Floats, Floats]:
    """Every explanation's own log-odds, and what competition adds to them (0 or less)."""
    explanations = run.explained.explanations
    own = np.asarray(
        [
            log_odds(features, weights[e.family])
            for e, features in zip(explanations, run.explained.features, strict=True)
        ],
        dtype=np.float64,
    )
    own = np.clip(own, -_MOST, _MOST)
    return own, standings(own.tolist(), explanations) - own


def _of_family(run: LabelledRun, family: Family) -> NDArray[np.bool_]:
    return np.asarray([e.family == family for e in run.explained.explanations], dtype=np.bool_)


def _fit_family(table: _Table, pressure: Floats) -> FamilyWeights:
    if not table.right.any():
        return FamilyWeights(intercept=_NEVER, evidence={})
    solution = _logistic(table.matrix, table.right, _RIDGE, pressure).tolist()
    shares = np.asarray(table.matrix.mean(axis=0)).ravel()
    return _centred(solution[0], dict(zip(table.names, solution[1:], strict=True)), shares)


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
    raw: FamilyWeights,
    runs: Sequence[LabelledRun],
    felt: Sequence[tuple[Floats, Floats]],
    family: Family,
) -> FamilyWeights:
    """The weights with the scale and shift at which their probabilities come true."""
    members = [_of_family(run, family) for run in runs]
    standing = np.concatenate([(o + p)[m] for (o, p), m in zip(felt, members, strict=True)])
    right = np.concatenate(
        [
            np.asarray(run.is_right, dtype=np.float64)[m]
            for run, m in zip(runs, members, strict=True)
        ]
    )
    if not right.any():
        return raw
    matrix = sparse.csr_matrix(standing[:, np.newaxis])
    shift, beyond = _logistic(matrix, right, _RIDGE_CALIBRATION, standing).tolist()
    calibration = Calibration(shift=round(shift, 4), scale=round(1.0 + beyond, 4))
    return msgspec.structs.replace(raw, calibration=calibration)


def _logistic(matrix: sparse.csr_matrix, right: Floats, ridge: float, offset: Floats) -> Floats:
    """Intercept and weights that, beside a given offset, maximise the penalised likelihood."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        score = matrix @ weights[1:] + weights[0] + offset
        value = np.sum(np.logaddexp(0.0, score) - right * score)
        error = 1.0 / (1.0 + np.exp(-np.clip(score, -_CLIP, _CLIP))) - right
        gradient = np.concatenate([[error.sum()], matrix.T @ error])
        penalty = ridge * weights[1:]
        gradient[1:] += penalty
        return float(value + 0.5 * penalty @ weights[1:]), gradient

    start = np.zeros(matrix.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000})
    return np.asarray(found.x, dtype=np.float64)
