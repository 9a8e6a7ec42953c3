"""Where a statement's values were read: the box around their words."""

from collections.abc import Sequence
from functools import partial

from engine.extraction.statements.confidence import certainty_of
from engine.reading.page import PageSource, Word
from engine.records.provenance import BBox, Provenance


def place(
    words: Sequence[Word], page_number: int, source: PageSource, confidence: float
) -> Provenance:
    """The provenance of a value that ``words`` (at least one) print."""
    return Provenance(
        page=page_number,
        bbox=_box(words),
        text=" ".join(word.text for word in words),
        confidence=round(min(confidence, certainty_of(words, source)), 4),
        source=source,
    )


def _box(words: Sequence[Word]) -> BBox:
    within = partial(max, 0.0)
    return (
        min(1.0, within(min(word.x0 for word in words))),
        min(1.0, within(min(word.y0 for word in words))),
        min(1.0, within(max(word.x1 for word in words))),
        min(1.0, within(max(word.y1 for word in words))),
    )
