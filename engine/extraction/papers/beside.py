"""What is printed beside a value: the words of its label, and how sure that makes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.phrases import plain_words
from engine.records import Provenance

_LONGEST: Final = 5
_SLACK: Final = 0.015
BESIDE: Final = 0.95
ABOVE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Label:
    """Plain words before a value, or above it; ``closeness`` from 0 to 1."""

    tokens: tuple[str, ...]
    closeness: float

    @property
    def text(self) -> str:
        """The words with a space around each, for looking phrases up."""
        return f" {' '.join(self.tokens)} "


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a paper; ``sure`` is from 0 to 1."""

    candidate: Candidate[Any]
    sure: float

    @property
    def place(self) -> Provenance:
        """Where it is printed."""
        segment = self.candidate.segment
        return Provenance(
            page=segment.page,
            bbox=self.candidate.bbox,
            text=" ".join(word.text for word in self.candidate.words),
            confidence=round(self.sure * min(_sure_of(self.candidate), 1.0), 5),
            source=segment.source,
        )


def labelled(
    sheet: Sheet, candidates: Iterable[Candidate[Any]]
) -> Iterable[tuple[Candidate[Any], Label]]:
    """Those of ``candidates`` that have a label, with it."""
    for candidate in candidates:
        label = label_of(sheet, candidate)
        if label is not None:
            yield candidate, label


def label_of(sheet: Sheet, candidate: Candidate[Any]) -> Label | None:
    """The words that stand before ``candidate`` in its row, or else right above it."""
    segment = candidate.segment
    words = segment.words[max(0, candidate.start - _LONGEST) : candidate.start]
    inside = _label((word.text for word in words), BESIDE)
    if inside is not None:
        return inside
    row = sheet.row_of(segment)
    if segment.index and (before := _named(row.segments[segment.index - 1])):
        return _label(before, BESIDE)
    place = segment.row - sheet.rows[0].number
    if not place or sheet.rows[place - 1].page != segment.page:
        return None
    for above in sheet.rows[place - 1].segments:
        if above.x0 - _SLACK <= candidate.x0 <= above.x1 + _SLACK and (named := _named(above)):
            return _label(named, ABOVE)
    return None


def _named(segment: Segment) -> tuple[str, ...]:
    """The last words of a segment that could be a label: one that ends in no figure."""
    words = tuple(word.text for word in segment.words[-_LONGEST:])
    return () if any(sign.isdigit() for sign in words[-1]) else words


def _label(words: Any, closeness: float) -> Label | None:
    tokens = tuple(token for word in words for token in plain_words(word))
    return Label(tokens, closeness) if tokens else None


def _sure_of(candidate: Candidate[Any]) -> float:
    """How well the words were recognised, from 0 to 1; 1 where they are text."""
    return min((word.confidence for word in candidate.words), default=1.0)
