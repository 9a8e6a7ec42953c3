"""Two days that hold the rows between them, whatever the words beside them mean.

They stand on one line of the head with a word or two between, or below each other with a label
each. The first is shortly before the first row's day and the last shortly after the last one's, so
the language need not be known.
"""

from collections.abc import Iterator, Sequence
from datetime import date as Date
from itertools import pairwise
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.dating import Span, period_days
from engine.extraction.statements.header.period_pairs import Day, DayPair
from engine.extraction.statements.header.period_words import says_next
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.lines.printed_dates import Order, PrintedDate

_BETWEEN: Final = 3
"""Words between two days of one line, at most."""
_LEAST_ROWS: Final = 3
"""Different days of rows that two days must hold between them."""
_BEFORE: Final = 31
_AFTER: Final = 31
"""Days from the first day to the first row's, and from the last row's to the last one, at most."""
_FLUSH: Final = 0.02
"""Page widths."""
_EARLIER: Final = frozenset(
    {"last", "previous", "prior", "letzter", "letzte", "vorheriger", "anterior", "precedent"}
)
_ORDERS: Final[tuple[Order, ...]] = ("dmy", "mdy")


def bracketing_pair(
    lines: Sequence[TypedLine], row_lines: frozenset[int], dates: Sequence[PrintedDate]
) -> DayPair | None:
    """The only two days above the rows that hold all of the rows' ``dates``; None if none do."""
    if len(set(dates)) < _LEAST_ROWS:
        return None
    first_row = min(row_lines, default=0)
    head = [line for line in lines if line.number < first_row]
    found = [pair for pair in _pairs(head) if _holds(pair, dates)]
    days = {(pair.start.date, pair.end.date) for pair in found}
    return found[0] if len(days) == 1 else None


def _pairs(lines: Sequence[TypedLine]) -> Iterator[DayPair]:
    for line in lines:
        dated = [at for at, cell in enumerate(line.cells) if _is_day(cell)]
        for first, second in pairwise(dated):
            between = " ".join(cell.text for cell in line.cells[first + 1 : second])
            if len(between.split()) <= _BETWEEN and not _speaks_of_other_days(line.text):
                yield _pair(line, line.cells[first], line, line.cells[second])
    for above, below in pairwise(lines):
        if above.page_number == below.page_number:
            yield from _stacked(above, below)


def _stacked(above: TypedLine, below: TypedLine) -> Iterator[DayPair]:
    for cell in filter(_is_day, above.cells):
        under = [c for c in below.cells if _is_day(c) and abs(c.x0 - cell.x0) < _FLUSH]
        labels = (_label(above, cell), _label(below, under[0])) if under else ("", "")
        if all(labels) and not any(map(_speaks_of_other_days, labels)):
            yield _pair(above, cell, below, under[0])


def _label(line: TypedLine, cell: Cell) -> str:
    """The words left of a day."""
    place = line.cells.index(cell)
    before = line.cells[place - 1] if place else None
    return before.text if before is not None and before.money is None else ""


def _speaks_of_other_days(text: str) -> bool:
    return says_next(text) or not _EARLIER.isdisjoint(plain(text).split())


def _is_day(cell: Cell) -> bool:
    return cell.date is not None and not cell.date.doubtful and cell.date.year is not None


def _pair(line: TypedLine, first: Cell, other: TypedLine, second: Cell) -> DayPair:
    if first.date is None or second.date is None:
        raise AssertionError("only cells with a date are days")
    return DayPair(Day(first.date, first.words, line), Day(second.date, second.words, other))


def _holds(pair: DayPair, dates: Sequence[PrintedDate]) -> bool:
    for order in _ORDERS:
        start, end = period_days(order, Span(pair.start.date, pair.end.date))
        if start is None or end is None or start >= end:
            continue
        days = [_within(date, order, start, end) for date in set(dates)]
        inside = sorted(day for day in days if day is not None)
        if len(inside) == len(days):
            return (inside[0] - start).days <= _BEFORE and (end - inside[-1]).days <= _AFTER
    return False


def _within(date: PrintedDate, order: Order, start: Date, end: Date) -> Date | None:
    """The day of a row between two others, in the year in which it is."""
    years = range(start.year, end.year + 1)
    days = (date.on(order, year) for year in years)
    return next((day for day in days if day is not None and start <= day <= end), None)
