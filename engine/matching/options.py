"""How one run is to match, and how exchange rates between two currencies are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.matching.memory import NOTHING_LEARNED, Lessons
from engine.records import MatchingRule

ALGORITHM = "hybrid_ml_rule_based"
"""What a run writes as its matching algorithm."""

Rejected = frozenset[tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """One run's settings.

    Attributes:
        threshold: Confidence from which a match that settles in full counts as matched.
        date_window_days: Days after its due date in which an invoice may be paid.
        rates: Month ("2024-01") to currency to its rate in the accounts' currency; None when
            there are none, and then currencies are never mixed.
        suggest_from: Confidence from which a match of a usual amount is worth a person's look;
            more is asked of larger amounts, less of smaller ones.
        rejected: Pairs (invoice ids, transaction ids), each sorted, never proposed again.
        lessons: Decisions about earlier matches that the run learns from.
        ignored: Why a person took bank lines out of matching, by their ids.
        rules: The user's own rules in their order; the first that holds for a line decides.
    """

    threshold: float = 0.75
    date_window_days: int = 120
    rates: Mapping[str, Mapping[str, float]] | None = None
    suggest_from: float = 0.55
    rejected: Rejected = frozenset()
    rules: tuple[MatchingRule, ...] = ()
    ignored: Mapping[str, str] = field(default_factory=dict)
    lessons: Lessons = NOTHING_LEARNED
