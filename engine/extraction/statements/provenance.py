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
        bbox=_box(words) if len(words) > 1 else _box_of(only),
        text=" ".join([word.text for word in words]) if len(words) > 1 else only.text,
        confidence=round(min(confidence, certainty_of(words, source)), 4),
        source=source,
    )


def _box(words: Sequence[Word]) -> BBox:
    return (
        _on_page(min([word.x0 for word in words])),
        _on_page(min([word.y0 for word in words])),
        _on_page(max([word.x1 for word in words])),
        _on_page(max([word.y1 for word in words])),
    )


def _box_of(word: Word) -> BBox:
    return _on_page(word.x0), _on_page(word.y0), _on_page(word.x1), _on_page(word.y1)


def _on_page(place: float) -> float:
    return 0.0 if place <= 0.0 else min(place, 1.0)
