"""The reasons that a reviewer reads: what the evidence adds up to, topic by topic, in words.

The log-odds of a match's reasons add up to those of its confidence and can be drawn as a waterfall;
a reason's score is its log-odds divided by one fixed number. The amount's reason carries the
family's intercept: what such an amount proves when all else is average.
"""

from collections.abc import Sequence
from functools import lru_cache

from engine.matching.clues import Clues
from engine.matching.customs import Custom
from engine.matching.explanation import Explanation
from engine.matching.limits import Limit
from engine.matching.scoring import FamilyWeights
from engine.matching.sentences import LEAST_SHOWN, Sentences
from engine.records import Reason

FULL_WEIGHT = 8.0
"""The log-odds that count as a score of 1."""
_ALWAYS = ("amount", "reference", "name", "date")

_TOPICS = {
    "name": "name", "reference": "reference", "listed": "reference", "quoting": "reference",
    "quoting_others": "reference", "due": "date", "first": "date", "last": "date", "age": "date",
    "span": "date", "dated": "date", "counted": "reference", "gross": "reference",
    "customers": "name", "left": "name", "alike": "habit", "fee": "habit", "share": "habit",
    "usual": "habit", "series": "habit", "step": "habit", "unsteady": "habit",
    "payer": "payer", "name_reference": "reference", "amount_reference": "reference",
    "due_usual": "habit", "due_series": "habit", "turn": "habit",
}  # fmt: skip
"""Topics of evidence to names of reasons; all others say what the amount proves."""


def reasons(
    explanation: Explanation,
    features: Sequence[str],
    weights: FamilyWeights,
    clues: Clues,
    total: float,
    limit: Limit,
    rivals: Sequence[Explanation],
    custom: Custom,
) -> tuple[Reason, ...]:
    """Why the explanation was proposed, the strongest reason first.

    ``total`` is the log-odds that it would have without ``limit``: what the evidence does not give,
    the competition of other explanations takes away. ``rivals`` are the nearest of these, and
    ``custom`` is what the run itself says of matches of this kind.
    """
    sums = contributions(features, weights)
    sentences = Sentences(explanation, features, clues)
    found = [
        _reason(name, log_odds, sentences.of(name))
        for name, log_odds in sums.items()
        if name in _ALWAYS or log_odds
    ]
    competition = total - sum(sums.values()) - custom.log_odds
    if abs(custom.log_odds) > LEAST_SHOWN:
        found.append(_reason("custom", custom.log_odds, custom.sentence))
    found.append(_reason("rivals", competition, sentences.rivals(rivals, competition)))
    if total > limit.log_odds:
        found.append(_reason("limit", limit.log_odds - total, limit.evidence))
    return tuple(sorted(found, key=lambda reason: (-abs(reason.score), reason.name)))


def contributions(features: Sequence[str], weights: FamilyWeights) -> dict[str, float]:
    """The calibrated log-odds that each reason's evidence gives, by the reason's name."""
    scale = weights.scale
    sums = {"amount": weights.shift + scale * weights.intercept}
    for feature in features:
        name = _reason_of(feature)
        sums[name] = sums.get(name, 0.0) + scale * weights.evidence.get(feature, 0.0)
    return sums


@lru_cache(maxsize=4096)
def _reason_of(feature: str) -> str:
    """The name of the reason that a piece of evidence is a part of."""
    return _TOPICS.get(feature.partition(":")[0], "amount")


def _reason(name: str, log_odds: float, evidence: str) -> Reason:
    return Reason(
        name=name, score=_scaled(log_odds), evidence=evidence, log_odds=round(log_odds, 6)
    )


def _scaled(weight: float) -> float:
    return round(max(-1.0, min(1.0, weight / FULL_WEIGHT)), 3)
