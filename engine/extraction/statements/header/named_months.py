"""A period that is printed as a month: ``Extracto de mayo 2024``, ``Periode: Maret 2024``."""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.header.period_words import says_next, says_period
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.lines.printed_dates import PrintedDate, month_number

_YEAR: Final = re.compile(r"(?:19|20|25)\d\d\Z")
_FIGURES: Final = re.compile(
    r"(?<![\d./-])(?:(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)|((?:19|20)\d\d)[/.-](0[1-9]|1[0-2]))"
    r"(?![\d./-])"
)
_IDEOGRAPHIC: Final = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월](?!\s?\d)")
_MOST_WORDS: Final = 12
_BUDDHIST: Final = 543
_LINK: Final = frozenset({"de", "del", "of", "di", "do", "month", "nam"})


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month and its year. ``is_sure``: written out, with a word for period or statement."""

    month: int
    year: int
    line: TypedLine
    is_sure: bool

    @property
    def days(self) -> tuple[PrintedDate, PrintedDate]:
        """Its first and its last day."""
        last = calendar.monthrange(self.year, self.month)[1]
        text = f"{self.year}-{self.month:02}"
        first = PrintedDate(1, self.month, self.year, "dmy", text)
        return first, PrintedDate(last, self.month, self.year, "dmy", text)


def months_on(line: TypedLine, above: str = "") -> Iterator[NamedMonth]:
    """Months with a year that stand on a line without any day."""
    words = plain(line.text).split()
    if len(words) > _MOST_WORDS or says_next(line.text) or line.has("money"):
        return
    labelled = says_period(line.text) or says_period(above)
    printed = [word.strip(".,:;()") for word in line.text.split()]
    for number, whole_year in _written(words if line.text.isascii() else [*words, "", *printed]):
        yield NamedMonth(number, whole_year, line, is_sure=labelled)
    for found in _FIGURES.finditer(line.text):
        if labelled:
            month, year = (1, 2) if found[1] else (4, 3)
            yield NamedMonth(int(found[month]), int(found[year]), line, is_sure=False)
    for found in _IDEOGRAPHIC.finditer(line.text):
        yield NamedMonth(int(found[2]), int(found[1]), line, is_sure=True)


def _written(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Months written out with the year after them, and no day before."""
    for index, word in enumerate(words):
        month = month_number(word) if not word.isdigit() else None
        if month is None or (index and words[index - 1].isdigit() and len(words[index - 1]) <= 2):
            continue
        following = [w for w in words[index + 1 : index + 3] if w not in _LINK]
        if following and _YEAR.match(following[0]):
            year = int(following[0])
            yield month, year - _BUDDHIST if year > 2400 else year


def holds(month: NamedMonth, dates: Sequence[PrintedDate]) -> bool:
    """Whether nearly all of the rows' ``dates`` may lie in the month, with any order of figures."""
    if not dates:
        return month.is_sure
    inside = sum(_may_be_in(date, month) for date in dates)
    return 10 * inside >= (8 if month.is_sure else 10) * len(dates)


def _may_be_in(date: PrintedDate, month: NamedMonth) -> bool:
    if date.year is not None and date.year != month.year and not date.has_short_year:
        return False
    return month.month in {date.second, date.first if date.order != "dmy" else date.second}
