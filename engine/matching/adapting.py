"""Fits what makes a table's log-odds those of one run: by its size and by what is usual in it.

For runs that had no part in the table's weights. What would be proposed there is right as often as
its adapted probability says.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from scipy import sparse

from engine.matching.assignment import choose
from engine.matching.competition import standings
from engine.matching.customs import Customs, bent
from engine.matching.fitting import LabelledRun
from engine.matching.regression import Floats, logistic
from engine.matching.scoring import Adaptation, FamilyWeights, Weights
from engine.matching.weighing import weigh_evidence

_PROPOSED_FROM = -1.4
"""Log-odds below which nothing is proposed, so that no probability need come true."""
_RIDGE = (5.0, 5.0, 2.0, 2.0)  # slope, bend, size, custom: towards leaving the log-odds alone
_FEW = 20


def adapt(weights: Weights, runs: Sequence[LabelledRun]) -> Weights:
    """The table with each family's adaptation, fitted to all runs; the rest of it as it is.

    A family that the runs have next to no right or no wrong proposals of stays as it is.
    """
    plain = {
        family: msgspec.structs.replace(table, adaptation=Adaptation())
        for family, table in weights.items()
    }
    rows = [_rows(run, plain) for run in runs]
    families = [family for _, found, _ in rows for family in found]
    told = np.concatenate([values for values, _, _ in rows])
    right = np.concatenate([answers for _, _, answers in rows])
    share = np.repeat([run.weight for run in runs], [len(found) for _, found, _ in rows])
    is_of = {family: np.asarray([f == family for f in families]) for family in plain}
    return {
        family: _adapted(table, told[is_of[family]], right[is_of[family]], share[is_of[family]])
        for family, table in plain.items()
    }


def _rows(run: LabelledRun, weights: Weights) -> tuple[Floats, list[str], Floats]:
    """Of what would be proposed: what is known of it, its family, whether it is right."""
    explanations = run.explained.explanations
    evidence = weigh_evidence(run.ledger, run.explained, weights)
    families = [e.family for e in explanations]
    after = standings(evidence.own, explanations)
    customs = Customs(after, families, evidence.kinds, len(run.ledger.bills), weights)
    said = customs.calibrated
    worthy = np.flatnonzero(said > _PROPOSED_FROM).tolist()
    chosen = sorted(choose(explanations, said.tolist(), worthy))
    own = said[chosen]
    size = np.full(len(chosen), customs.size)
    told = np.column_stack((own, bent(own), size, customs.usual[chosen]))
    right = np.asarray([run.is_right[n] for n in chosen], dtype=np.float64)
    return told, [families[n] for n in chosen], right


def _adapted(table: FamilyWeights, told: Floats, right: Floats, share: Floats) -> FamilyWeights:
    if min(np.sum(right), np.sum(1.0 - right)) < _FEW:
        return table
    penalty = sparse.diags(_RIDGE).tocsr()
    found = logistic(sparse.csr_matrix(told), right, share, penalty, told[:, 0])
    shift, slope, bend, size, custom = (round(float(value), 4) for value in found)
    adaptation = Adaptation(shift=shift, slope=slope, bend=bend, size=size, custom=custom)
    return msgspec.structs.replace(table, adaptation=adaptation)
