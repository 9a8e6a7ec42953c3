"""What stays doubtful about rows although the sums agree: dates, descriptions, recognised words.

Sums vouch for amounts only. A row of which anything here is doubtful keeps its statement from
counting as proven.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from engine.extraction.statements.dating import Calendar, Span, period_days
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.lines.printed_dates import Order, PrintedDate
from engine.extraction.statements.rows.cut_words import rows_cut_in_words
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.direction import rows_of_doubtful_direction
from engine.extraction.statements.solving.joined_ways import rows_joined_another_way
from engine.extraction.statements.solving.leftovers import (
    rows_across_slanting_lines,
    rows_beside_lost_rows,
    rows_beside_lost_text,
    rows_with_words_left_over,
)
from engine.extraction.statements.solving.order import rows_out_of_order
from engine.extraction.statements.solving.settle import Settled

Cause = Literal[
    "no_date", "undated", "no_year", "day_or_month", "far_date", "order",
    "no_text", "text", "words", "row", "direction", "repaired", "nothing",
]  # fmt: skip

_BEFORE_PERIOD: Final = dt.timedelta(days=75)
_AFTER_PERIOD: Final = dt.timedelta(days=20)
_LONGEST: Final = dt.timedelta(days=800)
"""Days from the first to the last row of a statement that prints no period, at most."""

_SELDOM: Final = 0.2
"""Share of rows up to which those without a date of their own are exceptions."""

_SURE_DATE: Final = 0.8
_SURE_TEXT: Final = 0.85
_SURE_WORD: Final = 0.5
"""Confidences from which recognised words of a date, of a description as a whole and one by one are
taken to be right."""

_UNREAD: Final = 0.25
"""Share of a description's characters that may stand in words that are not read surely."""

SENTENCES: Final[dict[Cause, str]] = {
    "no_date": "No date can be told.",
    "undated": "The row prints no date of its own, as other rows of its day do.",
    "no_year": "The year of the date is not printed.",
    "day_or_month": "Which figure of the date is the day cannot be told.",
    "far_date": "The date lies far outside the statement's period.",
    "order": "The date is out of order.",
    "no_text": "The row has no description.",
    "text": "Lines of the description may be missing or another row's.",
    "row": "A line near this row looks like a transaction and is none here.",
    "direction": "Which way the amount goes is not sure.",
    "words": "The scan of this row is hard to read.",
    "repaired": "The amount was recognised otherwise and follows from the balances.",
    "nothing": "The amount is nothing: no sum tells whether this is a transaction.",
}
"""What a row's checks say of each cause."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about one row that sums do not vouch for."""

    row: int
    cause: Cause

    @property
    def sentence(self) -> str:
        """The doubt in words."""
        return SENTENCES[self.cause]


def doubts_of(
    settled: Settled,
    dates: Sequence[PrintedDate | None],
    days: Sequence[dt.date | None],
    calendar: Calendar,
    span: Span,
    lines: Sequence[TypedLine],
    known: frozenset[int],
) -> list[Doubt]:
    """Every doubt but those of direction, by row.

    Args:
        settled: the chosen reading.
        dates: the rows' dates as printed.
        days: what they mean.
        calendar: how the document's dates are read.
        span: the period as printed.
        lines: all lines of the document.
        known: numbers of lines that state a figure of the account.
    """
    rows = settled.rows
    found = [
        *_about_days(rows, dates, days, calendar),
        *_undated(rows, days),
        *(Doubt(row, "order") for row in rows_out_of_order(rows, days)),
        *_about_text(rows),
    ]
    if calendar.year_known and _is_open(dates, days, calendar, span):
        found += [Doubt(row, "day_or_month") for row, day in enumerate(days) if day is not None]
    joined = rows_joined_another_way(rows, lines)
    joined.update(rows_beside_lost_text(rows, lines, known))
    joined.update(rows_with_words_left_over(rows, lines))
    joined.update(rows_across_slanting_lines(rows, lines))
    joined.update(rows_cut_in_words(rows))
    found += [Doubt(row, "text") for row in joined]
    if not all(proof.closes for proof in settled.proofs):
        found += [Doubt(row, "row") for row in rows_beside_lost_rows(rows, lines, known)]
    found += [Doubt(row, "repaired") for row in settled.guessed]
    found += [Doubt(i, "nothing") for i, signed in enumerate(settled.signed) if signed.value == 0]
    found += [Doubt(i, "words") for i, row in enumerate(rows) if _is_hard_to_read(row)]
    return sorted(found, key=lambda doubt: doubt.row)


def doubts_of_direction(settled: Settled, *, is_open: bool) -> list[Doubt]:
    """Doubts of which way amounts go; ``is_open``: whether balances are owed is not told."""
    rows = rows_of_doubtful_direction(settled, is_open=is_open)
    return [Doubt(row, "direction") for row in rows]


def _about_days(
    rows: Sequence[Row],
    dates: Sequence[PrintedDate | None],
    days: Sequence[dt.date | None],
    calendar: Calendar,
) -> Iterator[Doubt]:
    for index, (row, printed, day) in enumerate(zip(rows, dates, days, strict=True)):
        if day is None or printed is None:
            yield Doubt(index, "no_date")
        elif not calendar.year_known:
            yield Doubt(index, "no_year")
        elif (printed.year is None or row.source == "ocr") and _is_far(day, calendar):
            yield Doubt(index, "far_date")


def _is_far(day: dt.date, calendar: Calendar) -> bool:
    """Whether a day lies outside the period by more than statements reach; its year is doubtful."""
    first = calendar.start or (calendar.end - _LONGEST if calendar.end else None)
    is_early = first is not None and day < first - _BEFORE_PERIOD
    return is_early or (calendar.end is not None and day > calendar.end + _AFTER_PERIOD)


def _undated(rows: Sequence[Row], days: Sequence[dt.date | None]) -> Iterator[Doubt]:
    """Rows without a date of their own where rows of one day repeat it."""
    dated = ["date" in row.dates for row in rows]
    repeats = sum(
        first and second and a is not None and a == b
        for (first, second), (a, b) in zip(pairwise(dated), pairwise(days), strict=True)
    )
    silent = [row for row, has_date in enumerate(dated) if not has_date]
    if repeats and len(silent) <= _SELDOM * len(rows):
        yield from (Doubt(row, "undated") for row in silent)


def _about_text(rows: Sequence[Row]) -> Iterator[Doubt]:
    """Rows without a description where others of their section have one."""
    told = {row.section for row in rows if row.texts}
    for index, row in enumerate(rows):
        if not row.texts and "reference" not in row.notes and row.section in told:
            yield Doubt(index, "no_text")


def _is_open(
    dates: Sequence[PrintedDate | None],
    days: Sequence[dt.date | None],
    calendar: Calendar,
    span: Span,
) -> bool:
    """Whether the dates make as much sense with day and month the other way round."""
    order: Order = "dmy" if calendar.order == "mdy" else "mdy"
    start, end = period_days(order, span)
    other = replace(calendar, order=order, start=start, end=end)
    printed = [date for date in dates if date is not None]
    if not printed or any(date.order is not None for date in printed):
        return False
    if _is_read_one_way(span, calendar.order) or calendar.is_usual > other.is_usual:
        return False
    turned: list[dt.date] = []
    for date in printed:
        day = other.day(date, turned[-1] if turned else None)
        if day is None:
            return False
        turned.append(day)
    if [day for day in days if day is not None] == turned:
        return False
    outside = sum((start and d < start) or (end and d > end) or False for d in turned)
    ours = sum(
        (calendar.start and d < calendar.start) or (calendar.end and d > calendar.end) or False
        for d in days
        if d is not None
    )
    return outside <= ours and _disorder(turned) <= _disorder([d for d in days if d is not None])


def _is_read_one_way(span: Span, order: Order) -> bool:
    """Whether the period says by itself how the document writes its dates."""
    ends = [date for date in (span.start, span.end) if date is not None]
    return any(date.order == order and not any(c.isalpha() for c in date.text) for date in ends)


def _disorder(days: Sequence[dt.date]) -> int:
    steps = Counter((a < b) - (a > b) for a, b in pairwise(days))
    return min(steps[1], steps[-1])


def _is_hard_to_read(row: Row) -> bool:
    if row.source == "text":
        return False
    date = row.dates.get("date") or row.group
    if date is not None and min(word.confidence for word in date.words) < _SURE_DATE:
        return True
    words = [word for text in row.texts for word in text]
    if not words:
        return False
    mean = sum(word.confidence for word in words) / len(words)
    unread = sum(len(word.text) for word in words if word.confidence < _SURE_WORD)
    return mean < _SURE_TEXT or unread > _UNREAD * sum(len(word.text) for word in words)
