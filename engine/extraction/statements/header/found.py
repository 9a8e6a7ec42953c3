"""A value of a statement's head, with the words it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.extraction.statements.lines.cells import TypedLine
from engine.reading.page import PageSource, Word


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the header, the words it was read from and how sure it is."""

    value: str
    words: tuple[Word, ...]
    page_number: int
    line: int
    source: PageSource
    confidence: float


def found_on(value: str, words: Sequence[Word], line: TypedLine, confidence: float) -> Found:
    """``value`` as read from ``words`` of ``line``."""
    return Found(value, tuple(words), line.page_number, line.number, line.source, confidence)
