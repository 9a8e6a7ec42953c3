"""What stays doubtful about the days of rows: no sum tells whether a date is right.

A day is beyond doubt where it is printed for its row, in the column of the days of booking, with
its year, or inside a printed period that leaves no choice of the year.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from engine.extraction.statements.columns.headers import Head, Header
from engine.extraction.statements.columns.heads import DATE_ROLES, role_of
from engine.extraction.statements.dating import Calendar, Span
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.lines.printed_dates import PrintedDate, read_date
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.day_or_month import may_be_turned
from engine.extraction.statements.solving.order import rows_out_of_order
from engine.reading.page import Word

DayCause = Literal[
    "no_date", "undated", "no_year", "year", "day_or_month", "far_date", "order", "other_day",
    "stated_day",
]  # fmt: skip

_BEFORE_PERIOD: Final = dt.timedelta(days=75)
_AFTER_PERIOD: Final = dt.timedelta(days=20)
_LONGEST: Final = dt.timedelta(days=800)
"""Days from the first to the last row of a statement that prints no period, at most."""

_QUIET: Final = dt.timedelta(days=62)
"""Days between a statement's only printed day and the row nearest to it, at most."""

_USUAL: Final = dt.timedelta(days=200)
"""Days that a statement with one printed day reaches back from it, at most."""

_SELDOM: Final = 0.2
"""Share of rows up to which those without a date of their own are exceptions."""

_ANNOUNCED: Final = 4
"""Words of a line that gives a day after a word for days of booking, at most."""


@dataclass(frozen=True, slots=True)
class ToldDays:
    """The days of all rows and what they were read by.

    ``printed`` are the dates as they stand on the page, ``days`` what they mean by ``calendar``;
    ``span`` is the period as printed, ``headers`` the lines of heads above the tables;
    ``are_stated``: rows print no date, they have that of their statement.
    """

    printed: Sequence[PrintedDate | None]
    days: Sequence[dt.date | None]
    calendar: Calendar
    span: Span
    headers: Sequence[Header]
    are_stated: bool = False


def day_doubts(rows: Sequence[Row], told: ToldDays) -> Iterator[tuple[int, DayCause]]:
    """Rows whose day is doubtful, and why."""
    yield from _about_days(rows, told)
    doubted: tuple[tuple[DayCause, Iterator[int]], ...] = (
        ("undated", _undated(rows, told.days)),
        ("year", _of_open_year(told)),
        ("order", rows_out_of_order(rows, told.days)),
        ("other_day", _of_another_day(rows, told.headers)),
        ("stated_day", iter(range(len(rows)) if told.are_stated else ())),
    )
    for cause, numbers in doubted:
        yield from ((row, cause) for row in numbers)
    known = told.calendar.year_known
    if known and may_be_turned(told.printed, told.days, told.calendar, told.span):
        yield from ((row, "day_or_month") for row, day in enumerate(told.days) if day is not None)


def _about_days(rows: Sequence[Row], told: ToldDays) -> Iterator[tuple[int, DayCause]]:
    for index, (row, printed, day) in enumerate(zip(rows, told.printed, told.days, strict=True)):
        if day is None or printed is None:
            yield index, "no_date"
        elif not told.calendar.year_known:
            yield index, "no_year"
        elif (printed.year is None or row.source == "ocr") and _is_far(day, told.calendar):
            yield index, "far_date"


def _is_far(day: dt.date, calendar: Calendar) -> bool:
    """Whether a day lies outside the period by more than statements reach; its year is doubtful."""
    first = calendar.start or (calendar.end - _LONGEST if calendar.end else None)
    is_early = first is not None and day < first - _BEFORE_PERIOD
    return is_early or (calendar.end is not None and day > calendar.end + _AFTER_PERIOD)


def _of_open_year(told: ToldDays) -> Iterator[int]:
    """Rows without a year where the only printed day is not near them, or the year is alone."""
    start, end = told.calendar.start, told.calendar.end
    guessed = {
        row: day
        for row, (printed, day) in enumerate(zip(told.printed, told.days, strict=True))
        if printed is not None and day is not None and printed.year is None
    }
    if not guessed or (start and end and not told.calendar.is_whole_year):
        return
    first, last = min(guessed.values()), max(guessed.values())
    is_near = False
    if end is not None and not told.calendar.is_whole_year:
        is_near = -_AFTER_PERIOD <= end - last <= _QUIET and end - first <= _USUAL
    elif start is not None and not told.calendar.is_whole_year:
        is_near = abs(first - start) <= _QUIET and last - start <= _USUAL
    if not is_near:
        yield from guessed


def _undated(rows: Sequence[Row], days: Sequence[dt.date | None]) -> Iterator[int]:
    """Rows without a date of their own where rows of one day repeat it."""
    dated = ["date" in row.dates for row in rows]
    repeats = sum(
        first and second and a is not None and a == b
        for (first, second), (a, b) in zip(pairwise(dated), pairwise(days), strict=True)
    )
    silent = [row for row, has_date in enumerate(dated) if not has_date]
    if repeats and len(silent) <= _SELDOM * len(rows):
        yield from silent


def _of_another_day(rows: Sequence[Row], headers: Sequence[Header]) -> Iterator[int]:
    """Rows dated by the day from which interest counts though the page gives that of booking too.

    It stands under a head of its own, or is announced in words among the rows' lines.
    """
    heads = {index: _date_heads(header) for index, header in enumerate(headers)}
    announced = sum(_announces_day(words) for row in rows for words in row.texts[:1]) > 1
    at = -1
    for number, row in enumerate(rows):
        while at + 1 < len(headers) and headers[at + 1].first_line < row.lines[0]:
            at += 1
        cell = row.dates.get("date")
        if announced or (cell is not None and _is_under_other_head(cell, heads.get(at, ()))):
            yield number


def _date_heads(header: Header) -> tuple[Head, ...]:
    """The heads of days where one is of booking and another of something else; else none."""
    heads = tuple(head for head in header.heads if head.role in DATE_ROLES)
    roles = {head.role for head in heads}
    return heads if "value_date" in roles and len(roles) > 1 else ()


def _is_under_other_head(cell: Cell, heads: Sequence[Head]) -> bool:
    middle = (cell.x0 + cell.x1) / 2
    nearest = min(heads, key=lambda head: _distance(head, middle), default=None)
    return nearest is not None and nearest.role == "value_date"


def _distance(head: Head, place: float) -> float:
    return max(head.x0 - place, place - head.x1, 0.0)


def _announces_day(words: Sequence[Word]) -> bool:
    """Whether a line says no more than which day something was booked on."""
    if not 1 < len(words) <= _ANNOUNCED or not words[-1].text[0].isdigit():
        return False
    label = " ".join(word.text for word in words[:-1])
    return role_of(label) == "date" and read_date(words[-1].text) is not None
