"""How surely the words of a value were read."""

from collections.abc import Iterable

from engine.reading.page import PageSource, Word


def certainty_of(words: Iterable[Word], source: PageSource) -> float:
    """How sure the reading of ``words`` is, 0..1."""
    if source == "text":
        return 1.0
    scores = [word.confidence for word in words]
    return min(1.0, sum(scores) / len(scores)) if scores else 0.5
