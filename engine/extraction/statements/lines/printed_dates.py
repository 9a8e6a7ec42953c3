"""Dates as statements print them: with or without a year, in figures or with a month's name.

A printed date keeps its figures in their printed order; which is the day is settled later, by the
whole document.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.extraction.months import MONTHS, WEEKDAYS
from engine.extraction.phrases import plain
from engine.reading.page import Word

Order = Literal["dmy", "mdy", "ymd"]

_DAY_NAMES = WEEKDAYS - {"den", "le", "el", "il", "on"}

_NUMERIC = re.compile(
    r"(?P<a>\d{1,4})(?P<sep>[./-])(?P<b>\d{1,2})(?:(?P=sep)(?P<c>\d{4}|\d{2}))?[.,:;*]?\Z"
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ª|º|\.)?[\s./-]*(?:de\s+|of\s+)?(?P<month>[^\W\d_]{3,})[.,]?"
    r"(?:[\s./,-]*(?:de\s+|del\s+)?['’]?(?P<year>\d{4}|\d{2}))?[.,:;*]?\Z"
)
_NAMED_FIRST = re.compile(
    r"(?P<month>[^\W\d_]{3,})[.\s/-]*(?P<day>\d{1,2})(?:st|nd|rd|th)?[.,]?"
    r"(?:[\s,/-]+['’]?(?P<year>\d{4}|\d{2}))?[.,:;*]?\Z"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[\s./-](?P<month>[^\W\d_]{3,})[\s./-](?P<day>\d{1,2})\Z")
_IDEOGRAPHIC = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]?\Z"
)
_CLOCK = re.compile(r"\|?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?h?\Z")
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed.

    ``first`` and ``second`` are day and month in an order that the document settles, except when
    ``order`` is set: a month's name or a leading year leaves no choice. ``year`` has four figures,
    or is None when the page prints none. ``doubtful`` marks figures that may be an amount (12.05).
    """

    first: int
    second: int
    year: int | None
    order: Order | None
    text: str
    doubtful: bool = False

    def on(self, order: Order, year: int) -> dt.date | None:
        """The day meant, read in ``order`` unless its own is certain; None when there is none."""
        month_first = (self.order or order) == "mdy"
        day, month = (self.second, self.first) if month_first else (self.first, self.second)
        try:
            return dt.date(self.year or year, month, day)
        except ValueError:
            return None


def date_at(words: Sequence[Word], start: int) -> tuple[PrintedDate, int] | None:
    """The longest date that begins at ``words[start]``, and the index after its last word.

    A weekday before and a clock time after belong to it.
    """
    if not may_begin_date(words[start].text):
        return None
    first = start
    while first < len(words) - 1 and plain(words[first].text) in _DAY_NAMES:
        first += 1
    found: tuple[PrintedDate, int] | None = None
    text = ""
    for end in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
        text = f"{text} {words[end - 1].text}" if text else words[end - 1].text
        if len(text) > 32 or (end > first + 1 and not _goes_on(words[end - 2], words[end - 1])):
            break
        if found and end < len(words) and _begins_next(words[end - 1], words[end]):
            break
        date = read_date(text)
        if date is not None:
            found = date, end
        elif found and end > found[1] + 1:
            break
    if found is None:
        return None
    date, end = found
    if end < len(words) and _CLOCK.match(words[end].text) and _near(words[end - 1], words[end]):
        end += 1
    return date, end


@lru_cache(maxsize=65536)
def read_date(text: str) -> PrintedDate | None:
    """The date that the whole of ``text`` is; None when it is anything else."""
    numeric = _NUMERIC.match(text)
    if numeric is not None:
        return _from_figures(numeric, text)
    if text.isascii() and text.upper() == text.lower():
        return None
    for pattern in (_NAMED, _NAMED_FIRST, _YEAR_FIRST):
        found = pattern.match(text)
        month = MONTHS.get(plain(found["month"])) if found else None
        if found and month:
            return _checked(int(found["day"]), month, found["year"], text)
    found = _IDEOGRAPHIC.match(text)
    if found is not None:
        return _checked(int(found["day"]), int(found["month"]), found["year"], text)
    return None


def _from_figures(found: re.Match[str], text: str) -> PrintedDate | None:
    a, b, c = found["a"], int(found["b"]), found["c"]
    if len(a) == 4:
        return _checked(int(c), b, a, text) if c and len(c) == 2 else None
    if len(a) == 3:
        return None
    year = _full_year(c)
    first = int(a)
    if not (1 <= first <= 31 and 1 <= b <= 31) or (first > 12 and b > 12):
        return None
    doubtful = year is None and found["sep"] == "." and text[-1].isdigit()
    if year is None and found["sep"] == "-" and len(a) + len(found["b"]) < 4:
        return None
    order: Order | None = "dmy" if first > 12 else "mdy" if b > 12 else None
    return PrintedDate(first, b, year, order, text, doubtful)


def _checked(day: int, month: int, year: str | None, text: str) -> PrintedDate | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return PrintedDate(day, month, _full_year(year), "dmy", text)


def _full_year(text: str | None) -> int | None:
    if text is None:
        return None
    year = int(text)
    return year if len(text) == 4 else 2000 + year if year < 70 else 1900 + year


@lru_cache(maxsize=65536)
def may_begin_date(text: str) -> bool:
    """Whether the word ``text`` may be the first of a date."""
    if text[0].isdigit():
        return len(text) <= 14
    word = plain(text)
    return word.split(" ")[0].rstrip("0123456789") in MONTHS or word in _DAY_NAMES


def _goes_on(left: Word, right: Word) -> bool:
    if not _near(left, right):
        return False
    if right.text[0].isdigit() or right.text[0] in "'’":
        return len(right.text) <= 5
    word = plain(right.text)
    return word in MONTHS or word in {"de", "del", "of"}


def _begins_next(day: Word, month: Word) -> bool:
    """Whether two figures are no year but the day of another date beside this one."""
    return len(day.text) <= 2 and day.text.isdigit() and plain(month.text) in MONTHS


def _near(left: Word, right: Word) -> bool:
    """Whether hardly more than a space parts two words."""
    character = max((left.x1 - left.x0) / len(left.text), (right.x1 - right.x0) / len(right.text))
    return right.x0 - left.x1 <= 1.6 * character
