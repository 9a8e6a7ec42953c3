"""Marks inside recognised figures put right where only one mark can be meant.

Specks and faint print turn a point into a colon or add one at the end: 24:09.2022, 583.86.
No digit is ever changed, and a figure that may be meant in two ways stays as it was read.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from engine.reading.page import Word

_ENDED: Final = re.compile(r"([^\w\s]{0,2}\d[\d.,'’]*[.,]\d\d[-+]?)[.,:;]+")
"""An amount with its cents and a mark behind it."""

_DAY_AND_MONTH: Final = re.compile(r"\d{1,2}\.\d{1,2}\.")

_DAY: Final = re.compile(r"(\d{1,2})([.,:;/-])(\d{1,2})([.,:;/-])((?:19|20)\d\d)")
_DAY_MARKS: Final = frozenset("./-")

_CENTS: Final = re.compile(
    r"([-+]?\d{1,3}(?:,\d{3})+)[:;](\d\d[-+]?)|([-+]?\d{1,3}(?:\.\d{3})+)[:;](\d\d[-+]?)"
)
"""An amount in groups of thousands whose decimal mark is none."""

_GLUED: Final = re.compile(r"(\d[\d.,'’]*[.,]\d\d)(\d\d[./-]\d\d[./-](?:19|20)\d\d)")


def with_marks_mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` with the marks in amounts and days as they must be; glued ones are parted."""
    return tuple(mended for word in words for mended in _mended(word))


def _mended(word: Word) -> Iterator[Word]:
    text = word.text
    glued = _GLUED.fullmatch(text)
    if glued:
        edge = word.x0 + (word.x1 - word.x0) * len(glued[1]) / len(text)
        yield structs.replace(word, text=glued[1], x1=round(edge, 5))
        yield structs.replace(word, text=glued[2], x0=round(edge, 5))
        return
    mended = _amount(text) or _day(text) or text
    yield word if mended == text else structs.replace(word, text=mended)


def _amount(text: str) -> str | None:
    ended = _ENDED.fullmatch(text)
    if ended and not _DAY_AND_MONTH.fullmatch(text):
        return ended[1]
    cents = _CENTS.fullmatch(text)
    if cents is None:
        return None
    return f"{cents[1]}.{cents[2]}" if cents[1] else f"{cents[3]},{cents[4]}"


def _day(text: str) -> str | None:
    day = _DAY.fullmatch(text)
    if day is None:
        return None
    marks = {day[2], day[4]} & _DAY_MARKS
    if day[2] == day[4] or len(marks) != 1:
        return None
    (mark,) = marks
    return f"{day[1]}{mark}{day[3]}{mark}{day[5]}"
