"""Whether the days of a document make as much sense with day and month the other way round."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from engine.extraction.statements.dating import Calendar, Span, period_days
from engine.extraction.statements.lines.printed_dates import Order, PrintedDate

_DOTTED: Final = re.compile(r"\d\.\d")
"""Figures parted by points: nobody writes the month first so."""


def may_be_turned(
    dates: Sequence[PrintedDate | None],
    days: Sequence[dt.date | None],
    calendar: Calendar,
    span: Span,
) -> bool:
    """Whether nothing tells which figure of the dates is the day.

    Args:
        dates: the rows' dates as printed.
        days: what they mean by ``calendar``.
        calendar: how the document's dates are read.
        span: the period as printed.
    """
    order: Order = "dmy" if calendar.order == "mdy" else "mdy"
    start, end = period_days(order, span)
    other = replace(calendar, order=order, start=start, end=end)
    printed = [date for date in dates if date is not None]
    if not printed or any(date.order is not None for date in printed):
        return False
    if calendar.order == "dmy" and all(_DOTTED.search(date.text) for date in printed):
        return False
    if _is_read_one_way(span, calendar.order) or calendar.is_usual > other.is_usual:
        return False
    turned: list[dt.date] = []
    for date in printed:
        day = other.day(date, turned[-1] if turned else None)
        if day is None:
            return False
        turned.append(day)
    known = [day for day in days if day is not None]
    if known == turned:
        return False
    return _outside(turned, other) <= _outside(known, calendar) and _disorder(turned) <= _disorder(
        known
    )


def _outside(days: Sequence[dt.date], calendar: Calendar) -> int:
    start, end = calendar.start, calendar.end
    return sum(bool((start and day < start) or (end and day > end)) for day in days)


def _is_read_one_way(span: Span, order: Order) -> bool:
    """Whether the period says by itself how the document writes its dates."""
    ends = [date for date in (span.start, span.end) if date is not None]
    return any(date.order == order and not any(c.isalpha() for c in date.text) for date in ends)


def _disorder(days: Sequence[dt.date]) -> int:
    steps = Counter((a < b) - (a > b) for a, b in pairwise(days))
    return min(steps[1], steps[-1])
