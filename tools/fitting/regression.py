"""Logistic regression with a ridge penalty: weights that all fields share, then each field's own.

What all fields teach is where each field's own weights start from, and leaving it costs: a field
with few examples keeps it. Deterministic for the same examples.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.extraction.invoices.confidence.model import FieldWeights
from tools.fitting.examples import Example

Floats = NDArray[np.float64]
_STEPS = 40
_CLOSE = 1e-6
_BASE_COST = 1e-3
_LEAST_SPREAD = 0.03


@dataclass(frozen=True, slots=True)
class Penalty:
    """Ridge penalties: of the shared weights, and of a field's own leaving them."""

    shared: float = 3.0
    own: float = 10.0


def source_weights(examples: Sequence[Example], power: float = 0.5) -> Floats:
    """A weight for each example: a source counts by the ``power`` of how many examples it has."""
    sizes = Counter(example.source for example in examples)
    weights = np.array([sizes[example.source] ** (power - 1) for example in examples])
    return np.asarray(weights * len(examples) / weights.sum())


def fit(
    examples: Sequence[Example], penalty: Penalty = Penalty(), power: float = 0.5, least: int = 8
) -> dict[str, FieldWeights]:
    """Weights by field; a feature counts that at least ``least`` examples of the field have.

    The fields of lines and those of the header are two worlds that share nothing.
    """
    weights: dict[str, FieldWeights] = {}
    for lines in (False, True):
        world = [e for e in examples if e.field.startswith("line_items.") == lines]
        if world:
            weights |= _fit_world(world, penalty, power, least)
    return dict(sorted(weights.items()))


def _fit_world(
    examples: Sequence[Example], penalty: Penalty, power: float, least: int
) -> dict[str, FieldWeights]:
    counted = Counter((e.field, name) for e in examples for name in e.signals)
    names = sorted({name for (_, name), count in counted.items() if count >= least})
    fields = sorted({example.field for example in examples})
    table = _table(examples, names)
    right = np.array([example.right for example in examples], dtype=float)
    weight = source_weights(examples, power)
    scale = _spread(table, weight)
    table /= scale
    of_field = np.array([fields.index(example.field) for example in examples])
    bases = np.eye(len(fields))[of_field]
    costs = np.concatenate([np.full(len(names), penalty.shared), np.full(len(fields), _BASE_COST)])
    shared = _minimum(np.hstack([table, bases]), right, weight, costs, np.zeros(len(costs)))
    found = {}
    for index, field in enumerate(fields):
        rows = of_field == index
        start = np.append(shared[: len(names)], shared[len(names) + index])
        cost = np.append(np.full(len(names), penalty.own), _BASE_COST)
        own = np.hstack([table[rows], np.ones((int(rows.sum()), 1))])
        best = _minimum(own, right[rows], weight[rows], cost, start)
        seen = [counted[field, name] >= least for name in names]
        found[field] = _weights(names, seen, best, scale, table[rows].mean(axis=0) * scale)
    return found


def _weights(
    names: Sequence[str], seen: Sequence[bool], best: Floats, scale: Floats, usual: Floats
) -> FieldWeights:
    weights = {name: round(float(best[i] / scale[i]), 4) for i, name in enumerate(names) if seen[i]}
    known = {name: round(float(usual[i]), 3) for i, name in enumerate(names) if seen[i]}
    return FieldWeights(
        round(float(best[-1]), 4),
        {name: weight for name, weight in weights.items() if weight},
        {name: value for name, value in known.items() if value},
    )


def _table(examples: Sequence[Example], names: Sequence[str]) -> Floats:
    places: Mapping[str, int] = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.signals.items():
            place = places.get(name)
            if place is not None:
                table[row, place] = value
    return table


def _spread(table: Floats, weights: Floats) -> Floats:
    """How far each feature spreads, so that a penalty means the same for all."""
    mean = weights @ table / weights.sum()
    square = weights @ table**2 / weights.sum()
    return np.asarray(np.maximum(np.sqrt(np.maximum(square - mean**2, 0)), _LEAST_SPREAD))


def _minimum(
    table: Floats, right: Floats, weights: Floats, costs: Floats, centre: Floats
) -> Floats:
    """The least of the penalised loss by Newton's steps; leaving ``centre`` costs."""
    guess = centre.copy()
    value = _loss(table, right, weights, costs, centre, guess)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ guess))
        slope = table.T @ (weights * (chance - right)) + costs * (guess - centre)
        bend = (table * (weights * chance * (1 - chance))[:, None]).T @ table
        step = np.linalg.solve(bend + np.diag(costs), slope)
        share = 1.0
        after = _loss(table, right, weights, costs, centre, guess - step)
        while after > value and share > 1e-3:
            share /= 2
            after = _loss(table, right, weights, costs, centre, guess - share * step)
        guess, gained, value = guess - share * step, value - after, after
        if gained < _CLOSE * len(right):
            break
    return guess


def _loss(
    table: Floats, right: Floats, weights: Floats, costs: Floats, centre: Floats, guess: Floats
) -> float:
    odds = table @ guess
    fit_loss = weights @ (np.logaddexp(0, odds) - right * odds)
    return float(fit_loss + 0.5 * costs @ (guess - centre) ** 2)
