"""What a page among invoices is when it is no part of one: terms, a delivery note, a letter.

Such a page is told by its own title or by its looks, and only where nothing on it is an invoice's:
no total with an amount, no invoice's title, no number of its own.
"""

import re
from collections.abc import Sequence
from statistics import median
from typing import Final, Literal, cast

from engine.extraction.invoices.labels import squeezed
from engine.extraction.invoices.layout import Row, Segment
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

_PROSE_WORDS: Final = 110
_PROSE_ROW: Final = 6.0
_MONEY = re.compile(r"\d[.,]\d\d(?!\d)")


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


def is_prose(rows: Sequence[Row]) -> bool:
    """Whether the page is dense text without amounts, as terms of business are."""
    words = [word.text for row in rows for segment in row.segments for word in segment.words]
    if len(words) < _PROSE_WORDS or len(words) < _PROSE_ROW * len(rows):
        return False
    letters = sum(word.strip(".,;:()\"'„“”«»").isalpha() for word in words)
    money = sum(bool(_MONEY.search(word)) for word in words)
    return letters >= 0.8 * len(words) and money <= 2


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
