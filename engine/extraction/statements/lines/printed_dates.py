"""Dates as statements print them: with or without a year, in figures or with a month's name.

A printed date keeps its figures in their printed order; which is the day is settled later, by the
whole document.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from engine.extraction.months import MONTHS, THAI_MONTHS
from engine.extraction.phrases import plain

Order = Literal["dmy", "mdy", "ymd", "reiwa", "thai"]
"""Which figure is what: ``reiwa`` and ``thai`` are year first and day first with the years of the
Japanese and the Thai calendar in two figures."""

_BUDDHIST: Final = 543
_REIWA: Final = 2018
_HEISEI: Final = 1988
_MINGUO: Final = 1911

_FIRST_YEAR: Final = 1950
_LAST_YEAR: Final = 2099
"""Years that documents tell of: four other figures beside a day are no year of it."""

_NUMERIC = re.compile(
    r"(?P<a>\d{1,4})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?:(?P=sep)\s?(?P<c>\d{4}|\d{1,2}))?"
    r"(?:[T-]\d\d:\d\d(?::\d\d)?)?[.,:;*]?\Z"
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)\Z")
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ª|º|\.)?[\s./-]*(?:de\s+|of\s+)?(?P<month>[^\W\d_]{3,})[.,]?"
    r"(?:[\s./,-]*(?:de\s+|del\s+)?['’]?(?P<year>\d{4}|\d{2})(?:\s?(?:г|р|года|року))?)?[.,:;*]?\Z"
)
_NAMED_FIRST = re.compile(
    r"(?P<month>[^\W\d_]{3,})[.\s/-]*(?P<day>\d{1,2})(?:st|nd|rd|th)?[.,]?"
    r"(?:[\s,/-]+['’]?(?P<year>\d{4}|\d{2}))?[.,:;*]?\Z"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[\s./-]+(?P<month>[^\W\d_]{3,})[\s./-]+(?P<day>\d{1,2})\.?\Z"
)
_THAI = re.compile(
    r"(?P<day>\d{1,2})\s*(?P<month>[\u0e01-\u0e4e.]+(?: [\u0e01-\u0e4e.]+)?)"
    r"\s*(?P<year>\d{4}|\d{2})?\Z"
)
_NUMBERED = re.compile(
    r"(?:ngày\s)?(?P<day>\d{1,2})\s?(?:tháng|thg)\.?\s?(?P<month>\d{1,2})"
    r"(?:[,\s]*(?:năm\s)?(?P<year>\d{4}))?\Z"
)
_IDEOGRAPHIC = re.compile(
    r"(?:(?P<era>令和|平成|民國|民国)?\s?(?P<year>\d{1,4}|元)\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?"
    r"(?P<day>\d{1,2})\s?[日일号號]?\Z"
)


class PrintedDate(Struct, frozen=True, gc=False):
    """A date as printed.

    ``first`` and ``second`` are day and month in an order that the document settles, except when
    ``order`` is set: a month's name or a leading year leaves no choice. ``year`` has four figures,
    or is None when the page prints none; ``has_short_year`` says that only two are printed, so that
    it may be one of another calendar, or the day of a date with its year first. ``doubtful`` marks
    figures that may be an amount (12.05).
    """

    first: int
    second: int
    year: int | None
    order: Order | None
    text: str
    doubtful: bool = False
    has_short_year: bool = False

    @property
    def is_named(self) -> bool:
        """Whether a month is written out."""
        return any(c.isalpha() for c in self.text)

    def on(self, order: Order, year: int) -> dt.date | None:
        """The day meant, read in ``order`` unless its own is certain; None when there is none."""
        whole = self.year or year
        is_year_first = order in {"ymd", "reiwa"} or self.order == "ymd"
        if self.has_short_year and is_year_first and not self.is_named:
            base = _REIWA if order == "reiwa" else 2000
            return _day(base + self.first, self.second, whole % 100)
        if self.has_short_year and order == "thai":
            whole += 2500 - _BUDDHIST - 2000
        month_first = (self.order or order) == "mdy"
        day, month = (self.second, self.first) if month_first else (self.first, self.second)
        return _day(whole, month, day)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def read_date(text: str) -> PrintedDate | None:
    """The date that the whole of ``text`` is; None when it is anything else."""
    date = _date_in(text)
    if date is not None and date.year and not _FIRST_YEAR <= date.year <= _LAST_YEAR:
        return None
    return date


def _date_in(text: str) -> PrintedDate | None:
    numeric = _NUMERIC.match(text)
    if numeric is not None:
        return _from_figures(numeric, text)
    if text.isascii() and text.upper() == text.lower():
        found = _COMPACT.match(text)
        return _checked(found, int(found["month"]), text) if found else None
    for pattern in (_NAMED, _NAMED_FIRST, _YEAR_FIRST):
        found = pattern.match(text)
        month = MONTHS.get(plain(found["month"])) if found else None
        if found and month:
            return _checked(found, month, text)
    return None if text.isascii() else _in_other_scripts(text)


def _in_other_scripts(text: str) -> PrintedDate | None:
    for pattern in (_IDEOGRAPHIC, _NUMBERED):
        found = pattern.match(text)
        if found is not None:
            return _checked(found, int(found["month"]), text)
    found = _THAI.match(text)
    month = THAI_MONTHS.get(found["month"].replace(" ", "")) if found else None
    return _checked(found, month, text) if found and month else None


def month_number(word: str) -> int | None:
    """The month that ``word`` names, in any language; None when it names none."""
    return MONTHS.get(plain(word)) or (None if word.isascii() else THAI_MONTHS.get(word))


def _from_figures(found: re.Match[str], text: str) -> PrintedDate | None:
    a, b, c = found["a"], int(found["b"]), found["c"]
    if len(a) >= 3:
        return _year_first(a, b, c, text)
    if c is not None and len(c) == 1:
        return None
    first, year = int(a), _full_year(c)
    if c is not None and len(c) == 2 and first > 31 and 1 <= b <= 12 and 1 <= int(c) <= 31:
        return PrintedDate(first, b, year, "ymd", text, has_short_year=True)
    if not (1 <= first <= 31 and 1 <= b <= 31) or (first > 12 and b > 12):
        return None
    doubtful = year is None and found["sep"] == "." and text[-1].isdigit()
    if year is None and found["sep"] == "-" and len(a) + len(found["b"]) < 4:
        return None
    order: Order | None = "dmy" if first > 12 else "mdy" if b > 12 else None
    is_short = c is not None and len(c) == 2
    return PrintedDate(first, b, year, order, text, doubtful, is_short)


def _year_first(year: str, month: int, day: str | None, text: str) -> PrintedDate | None:
    """``2024/3/1``, or with a year of Taiwan's calendar ``113/03/01``."""
    if day is None or len(day) > 2 or not (1 <= month <= 12 and 1 <= int(day) <= 31):
        return None
    if len(year) == 3 and not 90 <= int(year) <= 150:
        return None
    return PrintedDate(int(day), month, _full_year(year), "dmy", text)


def _checked(found: re.Match[str], month: int, text: str) -> PrintedDate | None:
    day, year = int(found["day"]), found["year"]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    era = found.groupdict().get("era")
    if era:
        base = {"令和": _REIWA, "平成": _HEISEI}.get(era, _MINGUO)
        return PrintedDate(day, month, base + (1 if year == "元" else int(year)), "dmy", text)
    if year == "元" or (year is not None and len(year) in {1, 3}):
        return None
    is_short = year is not None and len(year) == 2
    return PrintedDate(day, month, _full_year(year), "dmy", text, has_short_year=is_short)


def _full_year(text: str | None) -> int | None:
    """A year of our calendar: two figures are 1970 to 2069, large ones are of other calendars."""
    if text is None:
        return None
    year = int(text)
    if len(text) == 4:
        return year - _BUDDHIST if year > 2400 else year
    if len(text) == 3:
        return year + _MINGUO
    return 2000 + year if year < 70 else 1900 + year
