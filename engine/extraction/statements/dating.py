"""The calendar of a document: day or month first, and the year of dates printed without one.

A year comes from the statement's period or another full date of the document, never from today.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.statements.lines.printed_dates import Order, PrintedDate

UNKNOWN_YEAR: Final = 1904
"""Stands for the year when the document prints none at all: a leap year that no statement is of."""

_TO_COME: Final = 2050
"""A year that two figures do not mean: they are of another calendar then."""

_BEFORE = dt.timedelta(days=75)
"""How long before its period a statement may date a transaction."""

_AFTER = dt.timedelta(days=20)

_LONGEST = dt.timedelta(days=400)
"""Days between a statement's first and last transaction, at most."""

_USUAL_PERIODS: Final = ((6, 7), (13, 15), (26, 34), (58, 63), (88, 94), (180, 185), (363, 367))
"""Days from the first to the last of statements by week, fortnight, month, quarter, year."""


@dataclass(frozen=True, slots=True)
class Span:
    """The period as printed; either end may be missing."""

    start: PrintedDate | None = None
    end: PrintedDate | None = None


NO_SPAN: Final = Span()
"""A statement that prints no period."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the document's dates are read.

    ``start`` and ``end`` bound the days that rows should fall on; None where nothing says so.
    ``year_known`` is False when no year is printed anywhere; ``is_whole_year`` says that a year
    printed by itself is all that bounds them.
    """

    order: Order
    start: dt.date | None = None
    end: dt.date | None = None
    year_known: bool = True
    is_whole_year: bool = False

    @property
    def is_usual(self) -> bool:
        """Whether the period is as long as periods usually are."""
        if self.start is None or self.end is None:
            return False
        days = (self.end - self.start).days
        return any(least <= days <= most for least, most in _USUAL_PERIODS)

    def day(self, printed: PrintedDate, near: dt.date | None = None) -> dt.date | None:
        """The day that ``printed`` means; ``near`` is the day of the row before, if any."""
        if printed.year is not None:
            return printed.on(self.order, printed.year)
        if not self.year_known:
            return printed.on(self.order, UNKNOWN_YEAR)
        target = self.end or self.start or near
        if target is None:
            return None
        first = (self.start or target).year - 1
        days = [printed.on(self.order, year) for year in range(first, target.year + 2)]
        known = [day for day in days if day is not None]
        if not known:
            return None
        return min(known, key=lambda day: self._strangeness(day, near))

    def _strangeness(self, day: dt.date, near: dt.date | None) -> tuple[int, int]:
        """Days outside the period, then days from the row before (or from the period's end)."""
        outside = 0
        if self.start is not None:
            outside = max(0, (self.start - day).days)
        elif self.end is not None:
            outside = max(0, (self.end - dt.timedelta(days=360) - day).days)
        if self.end is not None:
            outside = max(outside, (day - self.end).days)
        target = near or self.end
        return outside, abs((day - target).days) if target else 0

    def day_beside(self, printed: PrintedDate, day: dt.date | None) -> dt.date | None:
        """The row's second date: it lies nearest to ``day``, even outside the period."""
        if printed.year is not None or day is None or not self.year_known:
            return self.day(printed, day)
        days = [printed.on(self.order, year) for year in range(day.year - 1, day.year + 2)]
        known = [other for other in days if other is not None]
        return min(known, key=lambda other: abs((other - day).days), default=None)


def calendar_of(
    dates: Sequence[PrintedDate],
    span: Span,
    anchors: Sequence[PrintedDate],
    *,
    month_first: bool,
    year: int | None = None,
) -> Calendar:
    """The calendar under which the dates of a document make most sense.

    Args:
        dates: the dates of its rows, in order.
        span: the statement's period, as far as printed.
        anchors: other dates with a year outside the rows, such as the statement's own.
        month_first: what to assume when nothing in the document tells day and month apart.
        year: a year printed by itself.
    """
    orders: tuple[Order, ...] = ("mdy", "dmy") if month_first else ("dmy", "mdy")
    if any(date.has_short_year for date in dates):
        orders = (*orders, "ymd", "reiwa", "thai")
    every = [*dates, *anchors, *(d for d in (span.start, span.end) if d is not None)]
    calendars = [_bounded(order, dates, span, anchors, year) for order in orders]
    return max(calendars, key=lambda calendar: _sense(calendar, dates, every))


def _bounded(
    order: Order,
    dates: Sequence[PrintedDate],
    span: Span,
    anchors: Sequence[PrintedDate],
    year: int | None,
) -> Calendar:
    start, end = period_days(order, span)
    is_whole_year = False
    if start is None and end is None:
        full = [d.on(order, d.year) for d in (*anchors, *dates) if d.year is not None]
        known = [day for day in full if day is not None]
        if known:
            end = max(known)
        elif year is not None:
            start, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
            is_whole_year = True
    has_year = end is not None or start is not None or any(d.year for d in dates)
    return Calendar(order, start, end, has_year, is_whole_year)


def period_days(order: Order, span: Span) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a period; one without a year takes it from the other."""
    year = next((d.year for d in (span.end, span.start) if d is not None and d.year), None)
    if year is None:
        return None, None
    end = span.end.on(order, span.end.year or year) if span.end else None
    start = span.start.on(order, span.start.year or year) if span.start else None
    if start and end and start > end and span.start and span.start.year is None:
        start = span.start.on(order, year - 1)
    return start, end


def _sense(
    calendar: Calendar, dates: Sequence[PrintedDate], every: Sequence[PrintedDate]
) -> tuple[int, bool, bool, bool, int, int]:
    """Evidence for a calendar.

    Unmistakable figures, days of our time and near each other, a usual period, days inside it and
    in sequence.
    """
    figures = [(date, count) for date, count in Counter(every).items() if not date.is_named]
    certain = sum(count for date, count in figures if _is_certain(date, calendar.order))
    against = sum(count for date, count in figures if _is_against(date, calendar.order))
    meant = {printed: calendar.day(printed) for printed in set(dates)}
    days = [meant[printed] for printed in dates]
    known = [day for day in days if day is not None]
    is_close = not known or max(known) - min(known) <= _LONGEST
    within = sum(count for day, count in Counter(known).items() if _is_inside(calendar, day))
    inside = within - 2 * (len(days) - len(known))
    steps = list(itertools.pairwise(known))
    rising = sum(a <= b for a, b in steps)
    falling = sum(a >= b for a, b in steps)
    is_ours = not known or max(known).year < _TO_COME
    return certain - against, is_ours, is_close, calendar.is_usual, inside, max(rising, falling)


def _is_certain(printed: PrintedDate, order: Order) -> bool:
    if order in {"ymd", "reiwa"}:
        return printed.order == "ymd" or (printed.order == "dmy" and not _needs(printed, order))
    return printed.order == ("mdy" if order == "mdy" else "dmy")


def _is_against(printed: PrintedDate, order: Order) -> bool:
    if order in {"ymd", "reiwa"}:
        return _needs(printed, order)
    return printed.order not in {None, "mdy" if order == "mdy" else "dmy"}


def _needs(printed: PrintedDate, order: Order) -> bool:
    """Whether a date cannot be read with its year first."""
    if not printed.has_short_year:
        return printed.order == "mdy"
    return printed.on(order, 2000) is None


def _is_inside(calendar: Calendar, day: dt.date) -> bool:
    after_start = calendar.start is None or day >= calendar.start - _BEFORE
    return after_start and (calendar.end is None or day <= calendar.end + _AFTER)
