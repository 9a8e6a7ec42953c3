"""The statement's period: its first and its last day, as printed outside the tables.

Best are two dates joined by a word for to, then two with labels of their own, then a month. Without
any the statement's own date is the period's end.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.statements.dating import NO_SPAN, Span, period_days
from engine.extraction.statements.header.bracketing import bracketing_pair
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.leftwards import is_leftward
from engine.extraction.statements.header.named_months import NamedMonth, holds, months_on
from engine.extraction.statements.header.period_pairs import (
    Day,
    DayPair,
    labelled_pairs,
    pairs_on,
    stacked_pairs,
)
from engine.extraction.statements.header.period_words import says_next, says_period
from engine.extraction.statements.header.statement_dates import beside_figure, labelled_ends
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.lines.printed_dates import Order, PrintedDate

_LONGEST: Final = 1100
"""Days of a period, at most."""
_SENTENCE: Final = 24
_LABELLED: Final = 4
_OVERLAP: Final = 4
"""Days between the periods of two statements that follow each other, at most."""
_SAME_PLACE: Final = 0.02
"""Page widths."""
_ORDERS: Final[tuple[Order, ...]] = ("dmy", "mdy")


@dataclass(frozen=True, slots=True)
class Period:
    """The period's days and where each is printed."""

    span: Span = NO_SPAN
    start: Found | None = None
    end: Found | None = None


NO_PERIOD: Final = Period()
"""A statement that prints no period."""


def period_of(
    lines: Sequence[TypedLine], row_lines: frozenset[int], dates: Sequence[PrintedDate] = ()
) -> Period:
    """The period that is printed outside the rows; ``dates`` are the rows' own."""
    pairs = list(_pairs(lines, row_lines, dates))
    score, best = max(pairs, key=lambda scored: scored[0], default=(0, None))
    if best is not None and score > 0:
        start, end = _joined(best, [pair for _, pair in pairs])
        return _of_days(start, end, 0.95 if score >= _LABELLED else 0.8)
    month = _month(lines, row_lines, dates)
    if month is not None:
        return _of_month(month)
    held = bracketing_pair(lines, row_lines, dates)
    if held is not None:
        return _of_days(held.start, held.end, 0.7)
    opened = next(beside_figure(lines, "opening", row_lines), None)
    closed = next(beside_figure(lines, "closing", row_lines), None)
    last = closed or next(labelled_ends(lines, row_lines), None)
    return _of_days(opened if closed else None, last, 0.7)


def span_of(
    lines: Sequence[TypedLine], row_lines: frozenset[int], dates: Sequence[PrintedDate] = ()
) -> Span:
    """The days of ``period_of``."""
    return period_of(lines, row_lines, dates).span


def _of_days(start: Day | None, end: Day | None, sure: float) -> Period:
    return Period(
        Span(start.date if start else None, end.date if end else None),
        found_on(start.date.text, start.words, start.line, sure) if start else None,
        found_on(end.date.text, end.words, end.line, sure) if end else None,
    )


def _of_month(month: NamedMonth) -> Period:
    words = [word for cell in month.line.cells for word in cell.words]
    found = found_on(month.line.text, words, month.line, 0.9 if month.is_sure else 0.7)
    start, end = month.days
    return Period(Span(start, end), found, found)


def _pairs(
    lines: Sequence[TypedLine], row_lines: frozenset[int], dates: Sequence[PrintedDate]
) -> Iterator[tuple[int, DayPair]]:
    """Pairs of dates that may be the period, with how much speaks for them."""
    for index, line in enumerate(lines):
        if line.number in row_lines:
            continue
        above = _above(lines, index)
        for pair in (*pairs_on(line), *labelled_pairs(lines, index), *stacked_pairs(lines, index)):
            if not _is_possible(pair) and is_leftward(line.text):
                pair = DayPair(pair.end, pair.start, pair.is_labelled)
            if pair.has_year and _is_possible(pair):
                score = _score(pair, line, above, lines[0].page_number)
                yield score + _fit(pair, dates), pair


def _above(lines: Sequence[TypedLine], index: int) -> str:
    """The text of the line above, on the same page."""
    same = index > 0 and lines[index - 1].page_number == lines[index].page_number
    return lines[index - 1].text if same else ""


def _score(pair: DayPair, line: TypedLine, above: str, first_page: int) -> int:
    score = 5 if pair.is_labelled else 4 if says_period(line.text) else 0
    score += 2 if says_period(above) else 0
    score += 1 if line.page_number == first_page else 0
    score -= 4 if not pair.is_labelled and says_next(_around(pair, line)) else 0
    return score - (3 if len(line.plain.split()) > _SENTENCE else 0)


def _around(pair: DayPair, line: TypedLine) -> str:
    """The text of the line; where it prints more days, only up to the pair from the one before."""
    dated = [at for at, cell in enumerate(line.cells) if cell.date is not None]
    own = [at for at in dated if line.cells[at].words in (pair.start.words, pair.end.words)]
    if len(dated) <= len(own) or len(own) != 2:
        return line.text
    before = max((at for at in dated if at < own[0]), default=-1)
    return " ".join(cell.text for cell in line.cells[before + 1 : own[1] + 1])


def _days(pair: DayPair) -> Iterator[tuple[int, int]]:
    """The pair's days as numbers, in every order of their figures in which they are two days."""
    for order in _orders(pair):
        start, end = period_days(order, Span(pair.start.date, pair.end.date))
        if start is not None and end is not None and 0 <= (end - start).days <= _LONGEST:
            yield start.toordinal(), end.toordinal()


def _orders(pair: DayPair) -> Sequence[Order]:
    """The orders of figures that the pair may be in; both dates are printed in the same one."""
    dates = (pair.start.date, pair.end.date)
    certain = {date.order for date in dates if date.order is not None and not date.is_named}
    return [order for order in _ORDERS if not certain or order in certain]


def _is_possible(pair: DayPair) -> bool:
    return any(_days(pair))


def _fit(pair: DayPair, dates: Sequence[PrintedDate]) -> int:
    """Whether the rows' dates lie between the two days; those without a year by day and month."""
    if not dates:
        return 0
    best = 0.0
    for order in _orders(pair):
        start, end = period_days(order, Span(pair.start.date, pair.end.date))
        if start is None or end is None or start > end:
            continue
        inside = 0
        for date, count in Counter(dates).items():
            days = [date.on(order, year) for year in range(start.year, end.year + 1)]
            inside += count * any(day is not None and start <= day <= end for day in days)
        best = max(best, inside / len(dates))
    return 2 if best >= 0.8 else -3 if best < 0.2 else 0


def _joined(best: DayPair, pairs: Sequence[DayPair]) -> tuple[Day, Day]:
    """The best pair's days, and those that go on from it at the same place of other pages.

    So does a file of several statements of one account.
    """
    start, end = best.start, best.end
    for pair in pairs:
        if _is_same_place(pair, best) and pair.start.line.page_number != end.line.page_number:
            for (_, last), (first, later) in zip(_days(best), _days(pair), strict=False):
                if later > last and -_OVERLAP <= first - last <= _OVERLAP:
                    best, end = pair, pair.end
                    break
    return start, end


def _is_same_place(pair: DayPair, other: DayPair) -> bool:
    return abs(pair.start.words[0].x0 - other.start.words[0].x0) < _SAME_PLACE


def _month(
    lines: Sequence[TypedLine], row_lines: frozenset[int], dates: Sequence[PrintedDate]
) -> NamedMonth | None:
    """The month that a line of the first page names and that the rows lie in."""
    found: list[NamedMonth] = []
    for index, line in enumerate(lines):
        if line.page_number != lines[0].page_number:
            break
        if line.number not in row_lines:
            found.extend(months_on(line, _above(lines, index)))
    fitting = [month for month in found if holds(month, dates)]
    return max(fitting, key=lambda month: month.is_sure, default=None)
