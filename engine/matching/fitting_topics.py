"""Fits the weights of new topics of evidence beside a table whose other weights stay as they are.

For topics that tell what rivals there are, so rivals are not heard beside them in fitting.
"""

from collections.abc import Mapping, Sequence, Set

import msgspec
import numpy as np
from scipy import sparse

from engine.matching.explanation import Family
from engine.matching.fitting import LabelledRun
from engine.matching.regression import logistic, penalty_of
from engine.matching.scoring import FamilyWeights, Weights, log_odds

_FEW = 5
_SHARE = 0.4
"""Of what the new findings prove on their own: rivals say the rest of it once more."""


class _Rows:
    """What one family's explanations with findings of the new topics say, and what is right."""

    def __init__(self) -> None:
        self.findings: list[list[str]] = []
        self.own: list[float] = []
        self.right: list[float] = []
        self.share: list[float] = []


def fit_topics(weights: Weights, runs: Sequence[LabelledRun], topics: Set[str]) -> Weights:
    """The table with weights for the findings of ``topics``, fitted given all of its others."""
    bare = {family: _without(table, topics) for family, table in weights.items()}
    rows = {family: _Rows() for family in bare}
    for run in runs:
        _note(run, bare, topics, rows)
    return {family: _solved(table, rows[family]) for family, table in bare.items()}


def _without(table: FamilyWeights, topics: Set[str]) -> FamilyWeights:
    kept = {f: w for f, w in table.evidence.items() if f.partition(":")[0] not in topics}
    return msgspec.structs.replace(table, evidence=kept)


def _note(
    run: LabelledRun,
    weights: Weights,
    topics: Set[str],
    rows: Mapping[Family, _Rows],
) -> None:
    told = zip(run.explained.explanations, run.explained.features, run.is_right, strict=True)
    for e, pieces, is_right in told:
        findings = [piece for piece in pieces if piece.partition(":")[0] in topics]
        if findings:
            one = rows[e.family]
            one.findings.append(findings)
            one.own.append(log_odds(pieces, weights[e.family]))
            one.right.append(float(is_right))
            one.share.append(run.weight)


def _solved(table: FamilyWeights, rows: _Rows) -> FamilyWeights:
    right = np.asarray(rows.right)
    if len(right) == 0 or min(right.sum(), (1.0 - right).sum()) < _FEW:
        return table
    names = sorted({piece for found in rows.findings for piece in found})
    place = {name: n for n, name in enumerate(names)}
    columns = [place[piece] for found in rows.findings for piece in found]
    lines = [n for n, found in enumerate(rows.findings) for _ in found]
    shape = (len(rows.findings), len(names))
    matrix = sparse.csr_matrix((np.ones(len(columns)), (lines, columns)), shape=shape)
    shift, *found = logistic(
        matrix, right, np.asarray(rows.share), penalty_of(names), np.asarray(rows.own)
    ).tolist()
    # What says nothing of these topics stays what it is: the intercept is a part of each of them.
    added = {
        name: round(_SHARE * (shift + weight), 3) for name, weight in zip(names, found, strict=True)
    }
    return msgspec.structs.replace(table, evidence={**table.evidence, **added})
