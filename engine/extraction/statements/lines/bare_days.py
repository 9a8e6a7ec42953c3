"""Days printed without any mark between day and month: ``0205``, ``020524``, ``02 05 2024``.

Such figures are dates only where they are stacked at one place of a document, in lines without any
other date, and every one of the stack can be a day: all of them, or all before an amount.
Day and month may stand in columns of their own, if these are stacked as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from engine.extraction.statements.lines.printed_dates import (
    PrintedDate,
    month_number,
    read_date,
)
from engine.reading.lines import Line
from engine.reading.page import Word

_LEAST: Final = 4
"""Days of which a stack has at least."""

_FOR_EACH_MISREAD: Final = 12
"""Recognised days of a stack among which one may be none."""

_STEPS: Final = 125
"""Steps across a page within which figures are stacked."""

_TOUCHING: Final = 1.6
_BESIDE: Final = 7.0
"""Characters' widths between day and month, at most: in one column, and in two."""

_MOST_MONTHS: Final = 4
_MOST_YEARS: Final = 2
"""Months and years that the days of one statement fall in, at most."""

_LENGTHS: Final = frozenset({2, 4, 6, 8})
"""Figures of a day, of a day and its month, and with a year of two or four."""

_SHORTEST_MONTH: Final = 3
_AMOUNT: Final = re.compile(r"\d[.,]\d\d[^\d]{0,3}\Z")


class _Found(NamedTuple):
    """Figures that may be a day, and where they stand; ``gap`` is the space within, in steps."""

    day: PrintedDate | None
    gap: int
    word: Word
    line: Line


def bare_places(lines: Iterable[Line]) -> frozenset[int]:
    """Where days without marks are stacked, in steps across the page.

    Lines with a date as dates usually are tell nothing: figures beside it are something else.
    """
    stacks: dict[int, list[_Found]] = defaultdict(list)
    for line in lines:
        words = line.words
        if _has_marked(words):
            continue
        bare = [i for i, w in enumerate(words) if len(w.text) in _LENGTHS and w.text.isdigit()]
        for index in bare:
            found = _read(words, index)
            day = found[0] if found else None
            gap = _gap(words, index) if day else 0
            stacks[_place(words[index])].append(_Found(day, gap, words[index], line))
    return frozenset(place for place, stack in stacks.items() if _are_days(stack))


def bare_day_at(
    words: Sequence[Word], start: int, places: frozenset[int]
) -> tuple[PrintedDate, int] | None:
    """The day at ``words[start]`` if it stands in one of ``places``, and the index after it."""
    return _read(words, start) if _place(words[start]) in places else None


def _has_marked(words: Sequence[Word]) -> bool:
    return any(map(_is_marked, [word.text for word in words]))


@lru_cache(maxsize=65536)
def _is_marked(text: str) -> bool:
    """Whether a word is a date as dates usually are, or a month."""
    if text.isalpha():
        return len(text) >= _SHORTEST_MONTH and month_number(text) is not None
    date = read_date(text) if text[0].isdigit() and not text.isdigit() else None
    return date is not None and not date.doubtful


def _place(word: Word) -> int:
    return round(word.x0 * _STEPS)


def _are_days(stack: Sequence[_Found]) -> bool:
    """Whether figures are days, all of them or all before an amount."""
    if all([found.day is None for found in stack]):
        return False
    return _are_all_days(stack) or _are_all_days([f for f in stack if _is_paid(f)])


def _is_paid(found: _Found) -> bool:
    """Whether an amount stands right of the figures."""
    return any([w.x0 > found.word.x1 and _AMOUNT.search(w.text) for w in found.line.words])


def _are_all_days(stack: Sequence[_Found]) -> bool:
    known = [found.day for found in stack if found.day is not None]
    gaps = {found.gap for found in stack if found.day is not None}
    if max(gaps, default=0) - min(gaps, default=0) > 1:
        return False
    is_recognised = any([found.word.confidence < 1 for found in stack])
    misread = len(stack) // _FOR_EACH_MISREAD if is_recognised else 0
    if len(known) < max(_LEAST, len(stack) - misread):
        return False
    firsts, seconds = {day.first for day in known}, {day.second for day in known}
    if len(firsts) == len(seconds) == 1:
        return False
    if any([day.year for day in known]):
        return _are_near(known)
    return min(len(firsts), len(seconds)) <= _MOST_MONTHS


def _are_near(days: Sequence[PrintedDate]) -> bool:
    """Whether days with a year are of few years, be the year printed last or first."""
    years = {day.year for day in days}
    is_short = all([day.has_short_year for day in days])
    return len(years) <= _MOST_YEARS or (
        is_short and len({day.first for day in days}) <= _MOST_YEARS
    )


def _read(words: Sequence[Word], start: int) -> tuple[PrintedDate, int] | None:
    """Day and month in one word or two, and the year after them if there is one."""
    text = words[start].text
    if not text.isdigit():
        return None
    if len(text) != 2 and len(text) in _LENGTHS:
        return _dated("/".join(filter(None, (text[:2], text[2:4], text[4:]))), start + 1)
    following = words[start + 1 : start + 3]
    if len(text) != 2 or not following or not _follows(words[start], following[0], _BESIDE):
        return None
    most = _TOUCHING if _follows(words[start], following[0], _TOUCHING) else _BESIDE
    day = f"{text}/{following[0].text}"
    if (
        len(following) == 2
        and _is_year(following[1])
        and _follows(following[0], following[1], most)
    ):
        return _dated(f"{day}/{following[1].text}", start + 3)
    return _dated(day, start + 2) if len(following[0].text) == 2 else None


def _dated(text: str, end: int) -> tuple[PrintedDate, int] | None:
    date = read_date(text)
    return (date, end) if date is not None else None


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdigit() and word.text[:2] in {"19", "20"}


def _follows(left: Word, right: Word, most: float) -> bool:
    """Whether figures follow within ``most`` characters' widths."""
    character = (left.x1 - left.x0) / len(left.text)
    return 0 <= right.x0 - left.x1 <= most * character and right.text.isdigit()


def _gap(words: Sequence[Word], start: int) -> int:
    """Steps from figures to the next ones; 0 where day and month are one word or touch."""
    if len(words[start].text) != 2 or _follows(words[start], words[start + 1], _TOUCHING):
        return 0
    return round((words[start + 1].x0 - words[start].x0) * _STEPS)
