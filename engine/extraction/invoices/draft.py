"""An invoice while it is put together: values, each with the place it was read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from engine.extraction.invoices.scoring import Scored, confidence
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.layout import Segment, box_of
from engine.reading.page import Word
from engine.records import Provenance

_PLACES: Final = 5
"""Of a probability, so that sure values can still be told from surer ones."""


@dataclass(frozen=True, slots=True)
class Pick:
    """The place that a value was read from, and what the rules think of it.

    ``score`` is from 0 to 1. ``ranking`` are the candidates for the field, the chosen one first,
    where the field has any.
    """

    segment: Segment
    words: tuple[Word, ...]
    score: float
    candidate: Candidate[Any] | None = None
    ranking: tuple[Scored[Any], ...] = ()


@dataclass(slots=True)
class Draft:
    """Values and their places by the name of their field."""

    values: dict[str, Any] = field(default_factory=dict)
    picks: dict[str, Pick] = field(default_factory=dict)

    def put(
        self, name: str, value: object, segment: Segment, words: Sequence[Word], score: float
    ) -> None:
        """Set a field together with the place it was read from."""
        self.values[name] = value
        self.mark(name, segment, words, score)

    def mark(self, name: str, segment: Segment, words: Sequence[Word], score: float) -> None:
        """Note a place only."""
        self.picks[name] = Pick(segment, tuple(words), score)

    def put_scored(self, name: str, scored: Sequence[Scored[Any]]) -> None:
        """Set a field to the first of ranked candidates, if there is one."""
        if scored:
            self.put_candidate(name, scored[0].candidate, confidence(list(scored)), scored)

    def put_candidate(
        self,
        name: str,
        candidate: Candidate[Any],
        score: float,
        ranking: Sequence[Scored[Any]] = (),
    ) -> None:
        """Set a field to a candidate's value."""
        self.values[name] = candidate.value
        self.picks[name] = Pick(
            candidate.segment, candidate.words, score, candidate, tuple(ranking)
        )

    def settle(self, certain: Mapping[str, float], least: float) -> None:
        """Take back the values that are right with a probability below ``least``."""
        for name in [name for name in self.values if certain[name] < least]:
            del self.values[name], self.picks[name]

    def provenance(self, certain: Mapping[str, float]) -> dict[str, Provenance]:
        """Where each value was read, with its probability of being right."""
        return {
            name: Provenance(
                page=pick.segment.page,
                bbox=box_of(pick.words),
                text=" ".join(word.text for word in pick.words),
                confidence=round(max(0.0, min(1.0, certain[name])), _PLACES),
                source=pick.segment.source,
            )
            for name, pick in self.picks.items()
        }
