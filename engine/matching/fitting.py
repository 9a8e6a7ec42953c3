"""Fits the table of weights to runs whose right answer is known.

Logistic regression with a ridge penalty, one for each family of explanations; then a calibration
of each family on runs that the weights have not seen. Deterministic for the same input.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

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
_RIDGE = 0.35
_RIDGE_CALIBRATION = 1e-3

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
    """Weights from the training runs, calibrated on the held-out ones."""
    raw = {family: _fit_family(training, family) for family in FAMILIES}
    return {family: _calibrated(raw, held_out, family) for family in FAMILIES}


def run_standings(run: LabelledRun, weights: Weights) -> tuple[Floats, Floats]:
    """Own log-odds and log-odds after competition of every explanation of a run."""
    explanations = run.explained.explanations
    own = [
        log_odds(features, weights[e.family])
        for e, features in zip(explanations, run.explained.features, strict=True)
    ]
    offset = len(run.ledger.bills)
    claims = [(*e.bills, *(offset + p for p in e.payments)) for e in explanations]
    after = standings(own, claims, offset + len(run.ledger.payments))
    return np.asarray(own, dtype=np.float64), after


def _fit_family(runs: Sequence[LabelledRun], family: Family) -> FamilyWeights:
    rows: list[tuple[str, ...]] = []
    right: list[bool] = []
    for run in runs:
        for e, features, is_right in zip(
            run.explained.explanations, run.explained.features, run.is_right, strict=True
        ):
            if e.family == family:
                rows.append(features)
                right.append(is_right)
    names = sorted({feature for row in rows for feature in row})
    place = {name: n for n, name in enumerate(names)}
    indices = [place[feature] for row in rows for feature in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    matrix = sparse.csr_matrix(
        (np.ones(len(indices)), indices, starts), shape=(len(rows), len(names))
    )
    solution = _logistic(matrix, np.asarray(right, dtype=np.float64), _RIDGE)
    shares = np.asarray(matrix.mean(axis=0)).ravel()
    return _centred(
        float(solution[0]), dict(zip(names, solution[1:].tolist(), strict=True)), shares
    )


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


def _calibrated(raw: Weights, runs: Sequence[LabelledRun], family: Family) -> FamilyWeights:
    own: list[float] = []
    after: list[float] = []
    right: list[bool] = []
    for run in runs:
        before, standing = run_standings(run, raw)
        for n, e in enumerate(run.explained.explanations):
            if e.family == family:
                own.append(before[n])
                after.append(standing[n])
                right.append(run.is_right[n])
    matrix = sparse.csr_matrix(np.column_stack([own, after]))
    solution = _logistic(matrix, np.asarray(right, dtype=np.float64), _RIDGE_CALIBRATION)
    intercept, slope_own, slope_after = (round(float(v), 4) for v in solution)
    return FamilyWeights(
        intercept=raw[family].intercept,
        evidence=raw[family].evidence,
        calibration=Calibration(intercept=intercept, own=slope_own, standing=slope_after),
    )


def _logistic(matrix: sparse.csr_matrix, right: Floats, ridge: float) -> Floats:
    """Intercept and weights that maximise the penalised likelihood."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        score = matrix @ weights[1:] + weights[0]
        value = np.sum(np.logaddexp(0.0, score) - right * score)
        error = 1.0 / (1.0 + np.exp(-score)) - right
        gradient = np.concatenate([[error.sum()], matrix.T @ error])
        penalty = ridge * weights[1:]
        gradient[1:] += penalty
        return float(value + 0.5 * penalty @ weights[1:]), gradient

    start = np.zeros(matrix.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000})
    return np.asarray(found.x, dtype=np.float64)
