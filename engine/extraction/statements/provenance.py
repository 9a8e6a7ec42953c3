"""Where a statement's values were read: the box around their words."""

from collections.abc import Sequence

from engine.extraction.statements.confidence.legibility import certainty_of
from engine.reading.page import PageSource, Word
from engine.records.provenance import BBox, Provenance


def place(
    words: Sequence[Word], page_number: int, source: PageSource, confidence: float
) -> Provenance:
    """The provenance of a value that ``words`` (at least one) print."""
    only = words[0]
    return Provenance(
        page=page_number,
        bbox=_box(words) if len(words) > 1 else _on_page(only.x0, only.y0, only.x1, only.y1),
        text=" ".join([word.text for word in words]) if len(words) > 1 else only.text,
        confidence=round(min(confidence, certainty_of(words, source)), 4),
        source=source,
    )


def _box(words: Sequence[Word]) -> BBox:
    return _on_page(
        min([word.x0 for word in words]),
        min([word.y0 for word in words]),
        max([word.x1 for word in words]),
        max([word.y1 for word in words]),
    )


def _on_page(x0: float, y0: float, x1: float, y1: float) -> BBox:
    """The box, what of it is off the page cut off; hardly any box is."""
    if 0.0 < x0 <= x1 <= 1.0 and 0.0 < y0 <= y1 <= 1.0:
        return x0, y0, x1, y1
    return _within(x0), _within(y0), _within(x1), _within(y1)


def _within(place: float) -> float:
    return 0.0 if place <= 0.0 else min(place, 1.0)
