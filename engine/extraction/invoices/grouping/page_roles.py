"""What a page among invoices is when it is no part of one: terms, a delivery note, a letter.

Such a page is told by its own title or by its looks, and only where nothing on it is an invoice's:
no total with an amount, no invoice's title, no number of its own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final, Literal, cast

from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import Row, Segment
from engine.extraction.invoices.vocabulary.pages import GREETINGS, PAGE_TITLES
from engine.extraction.phrases import PhraseBook

Role = Literal["blank", "terms", "delivery_note", "statement", "letter", "other"]


def squeezed_phrases(text: str) -> list[str]:
    """The phrases of a comma-separated text as ``Segment.tokens`` are written."""
    return [squeezed(phrase) for phrase in text.split(",") if phrase.strip()]


_BOOK: Final[PhraseBook[Role]] = PhraseBook(
    {cast(Role, role): squeezed_phrases(text) for role, text in PAGE_TITLES.items()}
)
_GREETINGS: Final[PhraseBook[Role]] = PhraseBook({"letter": squeezed_phrases(GREETINGS)})
_TITLE_ZONE: Final = 0.4
_MOST_TITLE_WORDS: Final = 6
_LARGE: Final = 1.25
"""From this ratio to the usual size on, words are a heading."""

_PROSE_WORDS: Final = 120
_FEWEST_PROSE_WORDS: Final = 10
_PROSE_ROW: Final = 5
_RUNNING: Final = 0.7
"""Share of a text's words that stand in rows of at least so many words."""

_AMOUNT_WORDS: Final = 2
_MOST_AMOUNTS: Final = 0.04
_COLUMN_ROWS: Final = 4
"""Rows that begin at one place from which on that is the left edge of a column of text."""

MONEY: Final = re.compile(r"\d[.,]\d\d(?!\d)")
"""Cents, which hardly any figure but money has."""


def titled_role(rows: Sequence[Row]) -> tuple[Role, bool] | None:
    """The role that a heading in the upper part of the page names, and whether it is large."""
    sizes = [segment.size for row in rows for segment in row.segments]
    usual = median(sizes)
    best: tuple[Role, bool] | None = None
    for row in rows:
        if row.y0 > _TITLE_ZONE:
            break
        for segment in row.segments:
            role = _named(segment)
            if role is None:
                continue
            if _size_of(segment, usual) >= _LARGE:
                return role, True
            if best is None and _stands_alone(segment, row):
                best = role, False
    return best


def is_prose(rows: Sequence[Row], fewest_words: int) -> bool:
    """Whether the page is running text, in whatever columns, with hardly an amount apart."""
    segments = [segment for row in rows for segment in row.segments]
    words = sum(len(segment.words) for segment in segments)
    running = sum(len(s.words) for s in segments if len(s.words) >= _PROSE_ROW)
    if words < fewest_words or running < _RUNNING * words:
        return False
    lefts = Counter(round(segment.x0, 2) for segment in segments)
    apart = sum(
        len(s.words) <= _AMOUNT_WORDS
        and bool(MONEY.search(s.text))
        and lefts[round(s.x0, 2)] < _COLUMN_ROWS
        for s in segments
    )
    return apart <= _MOST_AMOUNTS * len(segments)


def prose_role(rows: Sequence[Row], titled: Role | None) -> Role | None:
    """Terms of business by heading or by being nothing but text; a letter when it is short."""
    if not is_prose(rows, _FEWEST_PROSE_WORDS):
        return None
    return "terms" if titled == "terms" or is_prose(rows, _PROSE_WORDS) else "letter"


def greets(rows: Sequence[Row]) -> bool:
    """Whether a row begins as a letter's greeting or its close does."""
    return any(
        hit.start == 0
        for row in rows
        for segment in row.segments[:1]
        for hit in _GREETINGS.find(segment.tokens)
    )


def _named(segment: Segment) -> Role | None:
    if len(segment.words) > _MOST_TITLE_WORDS:
        return None
    hits = _BOOK.find(segment.tokens)
    return hits[0].label if hits and hits[0].start == 0 else None


def _size_of(segment: Segment, usual: float) -> float:
    return segment.size / usual if usual else 1.0


def _stands_alone(segment: Segment, row: Row) -> bool:
    """Whether a row holds the heading only: not a label with its value."""
    has_figures = any(char.isdigit() for char in row.text)
    return len(row.segments) == 1 and not has_figures and not segment.text.endswith(":")
