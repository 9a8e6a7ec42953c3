"""An invoice while it is put together: values, each with the place it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.extraction.invoices.calibration import calibrated
from engine.extraction.invoices.candidates import Candidate
from engine.extraction.invoices.layout import Segment, box_of
from engine.extraction.invoices.scoring import Scored, confidence
from engine.reading.page import Word
from engine.records import Provenance


@dataclass(slots=True)
class Draft:
    """Values and their places by the name of their field."""

    values: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Provenance] = field(default_factory=dict)

    def put(
        self, name: str, value: object, segment: Segment, words: Sequence[Word], score: float
    ) -> None:
        """Set a field together with the place it was read from."""
        self.values[name] = value
        self.mark(name, segment, words, calibrated(score))

    def mark(self, name: str, segment: Segment, words: Sequence[Word], score: float) -> None:
        """Note a place only."""
        certainty = min((word.confidence for word in words), default=1.0)
        if segment.source == "ocr":
            score *= 0.75 + 0.25 * certainty
        self.provenance[name] = Provenance(
            page=segment.page,
            bbox=box_of(words),
            text=" ".join(word.text for word in words),
            confidence=round(max(0.0, min(1.0, score)), 3),
            source=segment.source,
        )

    def put_scored(self, name: str, scored: Sequence[Scored[Any]]) -> None:
        """Set a field to the first of ranked candidates, if there is one."""
        if scored:
            self.put_candidate(name, scored[0].candidate, confidence(list(scored)))

    def put_candidate(self, name: str, candidate: Candidate[Any], score: float) -> None:
        """Set a field to a candidate's value."""
        self.put(name, candidate.value, candidate.segment, candidate.words, score)
