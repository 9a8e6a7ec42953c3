"""Logistic regression of sparse findings, with a penalty that knows which findings are near.

Only fitting needs it; matching itself adds weights up.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

Floats = NDArray[np.float64]

_RIDGE = 0.5
_RIDGE_TOGETHER = 2.0
_SMOOTHNESS = 2.0
_CLIP = 500.0
_EDGE = re.compile(r"[<≥](-?\d+(?:\.\d+)?)")


def penalty_of(names: Sequence[str]) -> sparse.csr_matrix:
    """The quadratic form that is charged for the weights of the findings."""
    ridge = [_RIDGE_TOGETHER if " " in name else _RIDGE for name in names]
    form = sparse.diags(ridge).tolil()
    scales: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for place, name in enumerate(names):
        topic, _, finding = name.partition(":")
        if edge := _EDGE.fullmatch(finding):
            scales[topic].append((float(edge[1]) - 0.001 * finding.startswith("<"), place))
    for steps in scales.values():
        for (_, one), (_, other) in pairwise(sorted(steps)):
            form[one, one] += _SMOOTHNESS
            form[other, other] += _SMOOTHNESS
            form[one, other] -= _SMOOTHNESS
            form[other, one] -= _SMOOTHNESS
    return form.tocsr()


def logistic(
    matrix: sparse.csr_matrix,
    right: Floats,
    weight: Floats,
    penalty: sparse.csr_matrix,
    offset: Floats,
    start: Floats | None = None,
) -> Floats:
    """Intercept and weights that, beside a given offset, maximise the penalised likelihood."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        score = matrix @ weights[1:] + weights[0] + offset
        value = np.sum(weight * (np.logaddexp(0.0, score) - right * score))
        error = weight * (1.0 / (1.0 + np.exp(-np.clip(score, -_CLIP, _CLIP))) - right)
        gradient = np.concatenate([[error.sum()], matrix.T @ error])
        charged = penalty @ weights[1:]
        gradient[1:] += charged
        return float(value + 0.5 * charged @ weights[1:]), gradient

    first = np.zeros(matrix.shape[1] + 1) if start is None else start
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": 2000})
    return np.asarray(found.x, dtype=np.float64)
