"""Conditional logistic regression: weights by which the right candidate beats the others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from engine.extraction.invoices.ranking import Ranks
from tools.fitting.rivals import Rivalry

Floats = NDArray[np.float64]
_STEPS = 200


def fit_ranking(
    rivalries: Sequence[Rivalry], penalty: float, power: float, least: int = 8
) -> dict[str, float]:
    """Weights of the features of one field; rivalries without a right candidate teach nothing."""
    known = [rivalry for rivalry in rivalries if any(rivalry.right)]
    counted = Counter(n for rivalry in known for own in rivalry.signals for n in own)
    names = sorted(name for name, count in counted.items() if count >= least)
    if not names:
        return {}
    sizes = Counter(rivalry.source for rivalry in known)
    weight = np.array([sizes[rivalry.source] ** (power - 1) for rivalry in known])
    weight *= len(known) / weight.sum()
    owner = np.repeat(np.arange(len(known)), [len(rivalry.right) for rivalry in known])
    right = np.array([ok for rivalry in known for ok in rivalry.right], dtype=float)
    table = _table(known, names)

    def loss(guess: Floats) -> tuple[float, Floats]:
        odds = table @ guess
        most = np.full(len(known), -np.inf)
        np.maximum.at(most, owner, odds)
        share = np.exp(odds - most[owner])
        whole = np.bincount(owner, share, len(known))
        good = np.bincount(owner, share * right, len(known)) + 1e-12
        pull = weight[owner] * (share / whole[owner] - share * right / good[owner])
        value = -float(weight @ np.log(good / whole)) + 0.5 * penalty * float(guess @ guess)
        return value, table.T @ pull + penalty * guess

    done = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    )
    found = {name: round(float(value), 4) for name, value in zip(names, done.x, strict=True)}
    return {name: value for name, value in found.items() if value}


def preferred_place(
    rivalry: Rivalry, weights: Mapping[str, float], margin: float, share: float
) -> int | None:
    """The candidate that the weights put in the place of the rules' choice; None for none."""
    worth = np.array(
        [sum(weights.get(n, 0.0) * v for n, v in own.items()) for own in rivalry.signals]
    )
    top = int(worth.argmax())
    if rivalry.rules is not None:
        return top if worth[top] - worth[rivalry.rules] > margin else None
    return top if 1 / np.exp(worth - worth[top]).sum() >= share else None


@dataclass(frozen=True, slots=True)
class Gain:
    """How many values of a field are right by the rules and after the weights of other sources."""

    truths: int
    by_rules: int
    by_weights: int


def gains_of(
    rivalries: Sequence[Rivalry], field: str, penalty: float, power: float, ranks: Ranks
) -> dict[bool, Gain]:
    """What the ranking gains on sources held out one by one: generated ones under True."""
    own = [rivalry for rivalry in rivalries if rivalry.field == field]
    counts = {True: [0, 0, 0], False: [0, 0, 0]}
    for source in sorted({rivalry.source for rivalry in own}):
        held = [rivalry for rivalry in own if rivalry.source == source]
        vendors = {rivalry.group for rivalry in held if not rivalry.generated}
        taught = [r for r in own if r.source != source and r.group not in vendors]
        weights = fit_ranking(taught, penalty, power)
        for rivalry in held:
            place = preferred_place(rivalry, weights, ranks.margin, ranks.share)
            count = counts[rivalry.generated]
            count[0] += 1
            count[1] += rivalry.rules_right
            count[2] += rivalry.rules_right if place is None else rivalry.right[place]
    return {generated: Gain(*count) for generated, count in counts.items()}


def _table(rivalries: Sequence[Rivalry], names: Sequence[str]) -> Floats:
    places = {name: place for place, name in enumerate(names)}
    rows = [own for rivalry in rivalries for own in rivalry.signals]
    table = np.zeros((len(rows), len(names)))
    for row, own in enumerate(rows):
        for name, value in own.items():
            if name in places:
                table[row, places[name]] = value
    return table
