"""Dates from their printed notations in the European languages and English.

``05/03/2016`` is the fifth of March or the third of May: ``order`` says which, and
``date_order_of`` finds the order from the dates of a document that leave no doubt.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from engine.extraction.months import MONTHS, WEEKDAYS
from engine.extraction.phrases import plain

Order = Literal["dmy", "mdy", "ymd"]

_WORD: Final = r"[^\W\d_]{2,}"
_OF: Final = r"(?:\s?(?:de|del|of|di)\s)?"
_NUMERIC: Final = (
    r"\d{1,2}\s?(?P<s1>[./-])\s?\d{1,2}\s?(?P=s1)\s?(?:\d{4}|\d{2})"
    r"|\d{4}\s?(?P<s2>[./-])\s?\d{1,2}\s?(?P=s2)\s?\d{1,2}"
)
_NAMED: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª)?[\s./-]{{0,2}}{_OF}(?:{_WORD})[.,]?[\s./,-]{{0,2}}{_OF}'?(?:\d{{4}}|\d{{2}})"
    rf"|(?:{_WORD})\.?[\s./-]{{0,2}}\d{{1,2}}(?:st|nd|rd|th)?[\s,./-]{{1,3}}'?(?:\d{{4}}|\d{{2}})"
    rf"|\d{{4}}[.\s/-]{{1,2}}(?:{_WORD})[.\s/-]{{1,2}}\d{{1,2}}"
)
_FIND = re.compile(rf"(?<![\w/.-])(?:{_NUMERIC}|{_NAMED})(?!(?!T\d\d:)\w|[/-]\d|[.,]\d)")
_CLOCK: Final = (
    r"(?:[T\s,]*(?:\w{2}\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?"
    r"\s?(?:[AaPp]\.?[Mm]\.?|Uhr|h|Z|UTC|GMT)?(?:\s?[+-]\d{2}:?\d{2})?)?"
)
_WHOLE = re.compile(
    rf"(?:(?P<weekday>{_WORD})\.?,?\s)?(?P<date>{_NUMERIC}|{_NAMED}|\d{{8}}){_CLOCK}[.,;]?"
)
_YEARLESS = re.compile(
    rf"(?P<a>\d{{1,2}})(?:\.|\s?[./-]\s?|\s)(?P<b>\d{{1,2}})\.?|(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s/-]?{_OF}(?P<m>{_WORD})\.?|(?P<m2>{_WORD})\.?\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?"
)
_PIECES = re.compile(rf"\d+|{_WORD}")
_FILLERS: Final = frozenset(["de", "del", "of", "di", "st", "nd", "rd", "th", "er"])
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2099


def parse_date(text: str, *, order: str = "dmy", default_year: int | None = None) -> dt.date | None:
    """The date that the whole of ``text`` is, or None.

    A weekday before it and a clock time after it may be there. ``order`` (dmy, mdy or ymd) is used
    only where the figures leave a choice. A date without a year is read only with ``default_year``.
    Years with two figures are 1970 to 2069.
    """
    return _parse(" ".join(text.split()), order, default_year)


def find_dates(text: str) -> list[tuple[int, int, str]]:
    """Dates with a year inside ``text``: start, end and the date as printed, left to right."""
    return list(_found(text))


@lru_cache(maxsize=16384)
def _found(text: str) -> tuple[tuple[int, int, str], ...]:
    found = []
    position = 0
    while match := _FIND.search(text, position):
        if _parse(" ".join(match.group().split()), "dmy", None):
            found.append((match.start(), match.end(), match.group()))
            position = match.end()
        else:
            position = match.start() + 1
    return tuple(found)


def date_order_of(texts: Iterable[str]) -> str | None:
    """The order (dmy or mdy) that most dates among ``texts`` prove, or None.

    Each text is one date. Only a part above 12 proves something; a tie proves nothing.
    """
    votes: Counter[str] = Counter()
    for text in texts:
        order = _proven_order(text)
        if order:
            votes[order] += 1
    if votes["dmy"] == votes["mdy"]:
        return None
    return max(votes, key=lambda key: votes[key])


@lru_cache(maxsize=16384)
def _parse(text: str, order: str, default_year: int | None) -> dt.date | None:
    match = _WHOLE.fullmatch(text)
    if match is None:
        return _yearless(text, order, default_year) if default_year else None
    if match["weekday"] and plain(match["weekday"]) not in WEEKDAYS:
        return None
    printed = match["date"]
    if len(printed) == 8 and printed.isdigit():
        return _date(int(printed[:4]), int(printed[4:6]), int(printed[6:]))
    pieces = [piece for piece in _PIECES.findall(printed) if piece not in _FILLERS]
    if len(pieces) != 3:
        return None
    names = [piece for piece in pieces if not piece.isdigit()]
    return _named(pieces, names[0]) if names else _numeric(pieces, order)


def _named(pieces: list[str], name: str) -> dt.date | None:
    month = MONTHS.get(plain(name))
    first, second = (piece for piece in pieces if piece != name)
    if month is None:
        return None
    if len(first) == 4:
        return _date(int(first), month, int(second))
    return _date(_year(second), month, int(first))


def _numeric(pieces: list[str], order: str) -> dt.date | None:
    a, b, c = map(int, pieces)
    if len(pieces[0]) == 4:
        return _date(a, b, c) or (_date(a, c, b) if b > 12 else None)
    if order == "ymd" and len(pieces[2]) == 2 and 1 <= b <= 12 and 1 <= c <= 31:
        return _date(_year(pieces[0]), b, c)
    year = _year(pieces[2])
    day_first = a > 12 or (order != "mdy" and b <= 12)
    day, month = (a, b) if day_first else (b, a)
    return _date(year, month, day)


def _yearless(text: str, order: str, year: int) -> dt.date | None:
    match = _YEARLESS.fullmatch(text)
    if match is None:
        return None
    if match["a"]:
        return _numeric([match["a"], match["b"], str(year)], order)
    month = MONTHS.get(plain(match["m"] or match["m2"]))
    return _date(year, month, int(match["d"] or match["d2"])) if month else None


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (2000 if year < 70 else 1900)


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _proven_order(text: str) -> str | None:
    match = re.fullmatch(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?\d{2,4}", text.strip())
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None
