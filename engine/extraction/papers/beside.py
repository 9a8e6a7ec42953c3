"""What is printed beside a value: the words of its label, and how sure that makes it."""

from dataclasses import dataclass
from typing import Any, Final

from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.phrases import plain_words

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


def label_of(sheet: Sheet, candidate: Candidate[Any]) -> Label | None:
    """The words that stand before ``candidate`` in its row, or else right above it."""
    segment = candidate.segment
    if candidate.start:
        words = segment.words[max(0, candidate.start - _LONGEST) : candidate.start]
        return _label((word.text for word in words), BESIDE)
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
