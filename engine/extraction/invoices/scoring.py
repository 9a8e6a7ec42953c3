"""From claims to a ranking: how probable it is that a candidate is the value of a field.

A score is a probability-like number from 0 to 1. A candidate that a label of another field claims
more closely loses most of its score.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from engine.extraction.invoices.evidence import Claim, Claims
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.labels import Label

Value = TypeVar("Value")
_RIVAL_SHARE: Final = 0.45


@dataclass(frozen=True, slots=True)
class Scored(Generic[Value]):
    """A candidate, its score from 0 to 1 and the label that speaks most for it, if one does."""

    candidate: Candidate[Value]
    score: float
    claim: Claim | None = None

    @property
    def value(self) -> Value:
        """The candidate's value."""
        return self.candidate.value


def ranked(
    candidates: Iterable[Candidate[Value]],
    claims: Claims,
    weights: Mapping[Label, float],
    fit: Callable[[Candidate[Value]], float] = lambda _: 1.0,
) -> list[Scored[Value]]:
    """Candidates that one of the labels in ``weights`` claims, best first.

    ``weights`` says how much each label is worth (0 to 1); ``fit`` how well a candidate's own looks
    suit the field (0 to 1). Of equals the first on the page leads.
    """
    scored = []
    for candidate in candidates:
        claim, score = best_claim(claims.get(candidate, ()), weights)
        if claim is not None and score > 0:
            scored.append(Scored(candidate, score * fit(candidate), claim))
    scored.sort(key=lambda entry: -entry.score)
    return [entry for entry in scored if entry.score > 0.05]


def best_claim(
    claims: Sequence[Claim], weights: Mapping[Label, float]
) -> tuple[Claim | None, float]:
    """The claim that is worth most and its worth, less what rival labels take away."""
    if not claims:
        return None, 0.0
    best, own, rival = None, 0.0, 0.0
    for claim in claims:
        weight = weights.get(claim.label)
        if weight is None:
            rival = max(rival, claim.closeness)
        elif weight * claim.closeness > own:
            best, own = claim, weight * claim.closeness
    if best is not None and rival > best.closeness + 0.02:
        own *= _RIVAL_SHARE
    return best, own


def agreed(scored: Iterable[Scored[Value]]) -> list[Scored[Value]]:
    """One entry for each value: places that say the same add to the best one's score."""
    by_value: dict[Value, Scored[Value]] = {}
    for entry in scored:
        known = by_value.get(entry.value)
        if known is None:
            by_value[entry.value] = entry
        else:
            together = 1 - (1 - known.score) * (1 - 0.3 * entry.score)
            by_value[entry.value] = Scored(known.candidate, together, known.claim)
    return sorted(by_value.values(), key=lambda entry: -entry.score)


def confidence(scored: list[Scored[Value]]) -> float:
    """How far the first entry can be trusted: its score, less when the second one is near."""
    if not scored:
        return 0.0
    first = scored[0].score
    second = scored[1].score if len(scored) > 1 else 0.0
    margin = min(1.0, (first - second) / 0.3)
    return round(max(0.02, min(0.99, first * (0.75 + 0.25 * margin))), 3)
