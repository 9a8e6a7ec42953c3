"""Dates among the words of a line: where one begins, and after which word it ends."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from engine.extraction.months import MONTHS, WEEKDAYS
from engine.extraction.phrases import plain
from engine.extraction.statements.lines.printed_dates import PrintedDate, month_number, read_date
from engine.reading.page import Word

_MOST_WORDS: Final = 7
_LONGEST: Final = 14
"""Signs of a word that begins a date, at most, unless a clock time ends it."""

_DAY_NAMES = WEEKDAYS - {"den", "le", "el", "il", "on"}
_CLOCK = re.compile(r"\|?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?h?\Z")
_HALF_OF_DAY = frozenset({"am", "pm"})
_THAI = re.compile(r"[\u0e01-\u0e4e.]{1,3}\Z")
"""Part of a Thai month's name, which may be set apart from its vowels."""
_LINKS = frozenset({"de", "del", "of", "thang", "thg", "nam"})
_ERAS = ("令和", "平成")
_ONLY_AMOUNT = re.compile(r"\d[\d.']*,\d|\d{3,}\.\d\d\Z")
"""Figures with which no date begins: a comma among them, or cents after hundreds."""


def date_at(words: Sequence[Word], start: int) -> tuple[PrintedDate, int] | None:
    """The longest date that begins at ``words[start]``, and the index after its last word.

    A weekday before and a clock time after belong to it.
    """
    if not may_begin_date(words[start].text):
        return None
    first = start
    while first < len(words) - 1 and _is_day_name(words[first].text):
        first += 1
    found: tuple[PrintedDate, int] | None = None
    text = ""
    for end in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
        if text and not _goes_on(words[end - 2], words[end - 1]):
            break
        text = f"{text} {words[end - 1].text}" if text else words[end - 1].text
        if len(text) > 32:
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
        if end < len(words) and words[end].text.lower() in _HALF_OF_DAY:
            end += 1
    return date, end


def may_begin_date(text: str) -> bool:
    """Whether the word ``text`` may be the first of a date."""
    if text[0].isdigit():
        return (len(text) <= _LONGEST or ":" in text[-3:]) and _ONLY_AMOUNT.match(text) is None
    return _may_begin_with_name(text)


@lru_cache(maxsize=65536)
def _may_begin_with_name(text: str) -> bool:
    """Whether a date may begin with the name of a month, a day or an era."""
    if not text.isascii() and text.startswith(_ERAS):
        return True
    word = plain(text)
    return word.split(" ")[0].rstrip("0123456789") in MONTHS or word in _DAY_NAMES


def _is_day_name(text: str) -> bool:
    return not text[0].isdigit() and plain(text) in _DAY_NAMES


def _goes_on(left: Word, right: Word) -> bool:
    if not _near(left, right):
        return False
    if right.text[0].isdigit() or right.text[0] in "'’":
        return len(right.text) <= 5
    if month_number(right.text) is not None or plain(right.text) in _LINKS:
        return True
    return not right.text.isascii() and _THAI.match(right.text) is not None


def _begins_next(day: Word, month: Word) -> bool:
    """Whether two figures are no year but the day of another date beside this one."""
    return len(day.text) <= 2 and day.text.isdigit() and month_number(month.text) is not None


def _near(left: Word, right: Word) -> bool:
    """Whether hardly more than a space parts two words."""
    character = max((left.x1 - left.x0) / len(left.text), (right.x1 - right.x0) / len(right.text))
    return right.x0 - left.x1 <= 1.6 * character
