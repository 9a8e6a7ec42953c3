"""Pairs of days that may be a period: beside each other, or each with a label of its own."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from engine.extraction.statements.header.period_words import begins, ends, leads_to, says_period
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.lines.printed_dates import PrintedDate, month_number, read_date
from engine.reading.page import Word

_JOINT: Final = re.compile(
    r"\s*(?:[-–—~〜～至到]|から|부터)\s*|(?<=\d{4}-\d\d-\d\d)/(?=\d{4}-)|\s+(?:to|through|thru|bis|au|al|a|à|ao|até|ate|tot|til|till|t/m"
    r"|t\.o\.m\.|do|по|до|hasta|sampai|s/d|hingga|ile|și|la|iki|līdz|kuni|ถึง|den|đến)\s+",
    re.IGNORECASE,
)
_LONGEST: Final = 6
"""Words of a date, at most."""
_ONE_MONTH: Final = (
    re.compile(
        r"(?<![\d./-])(?P<first>\d{1,2})(?:er|\.)?\s?(?:[-–—]|(?:au|al|a|bis|to|do|по)(?=\s))\s?"
        r"(?P<last>\d{1,2})\.?\s(?P<month>[^\W\d_]{3,})\.?\s(?P<year>20\d\d)"
    ),
    re.compile(
        r"(?P<month>[^\W\d_]{3,})\.?\s(?P<first>\d{1,2})\s?[-–—]\s?(?P<last>\d{1,2}),?\s(?P<year>20\d\d)"
    ),
)
_REMARK: Final = re.compile(r"[(\[][^()\[\]\d]*[)\]]")
"""A word in brackets after a date, such as its time zone."""
_LINES_APART: Final = 3
_WIDTH: Final = 24
"""Letters of a date, at most."""
_LABEL: Final = re.compile(r"\A[^\d:：]*[:：]")
_UP_TO: Final = re.compile(r"(?:まで|迄|까지|止)\Z")
_GLUED: Final = re.compile(r"(?P<label>[^\d:：]+)[:：](?P<day>\d[^:：]*)\Z")
"""A label and its day in one word."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date and the words that it was read from."""

    date: PrintedDate
    words: tuple[Word, ...]
    line: TypedLine


@dataclass(frozen=True, slots=True)
class DayPair:
    """Two days that may be a period's first and last one. ``labelled``: each by its own label."""

    start: Day
    end: Day
    is_labelled: bool = False

    @property
    def has_year(self) -> bool:
        """Whether a year is printed with either."""
        return bool(self.start.date.year or self.end.date.year)


def pairs_on(line: TypedLine) -> Iterator[DayPair]:
    """Two dates of one line with a dash or a word for to between them."""
    found = False
    dated = [i for i, c in enumerate(line.cells) if c.date is not None and not c.date.doubtful]
    for first, second in pairwise(dated):
        between = " ".join(cell.text for cell in line.cells[first + 1 : second])
        between = _REMARK.sub("", between).strip()
        if leads_to(between) and (between or says_period(line.text)):
            pair = _of_cells(line, line.cells[first], line.cells[second])
            if pair is not None:
                found = True
                yield pair
    if not found and sum(c.isdigit() for c in line.text) >= _LONGEST:
        yield from _within(line)
        yield from _in_one_month(line)


def labelled_pairs(lines: Sequence[TypedLine], index: int) -> Iterator[DayPair]:
    """A first and a last day with labels: on one line, one below the other, or under heads."""
    line = lines[index]
    start = _after(line, begins)
    if start is not None:
        for below in lines[index : index + _LINES_APART]:
            end = _after(below, ends)
            if end is not None and below.page_number == line.page_number and end is not start:
                yield DayPair(_day(start, line), _day(end, below), is_labelled=True)
    yield from _glued(lines, index)
    firsts = [cell for cell in line.cells if cell.date is None and begins(cell.text)]
    lasts = [cell for cell in line.cells if cell.date is None and ends(cell.text)]
    if firsts and lasts and index + 1 < len(lines):
        below = lines[index + 1]
        start, end = _under(firsts[0], below), _under(lasts[-1], below)
        if start is not None and end is not None and start is not end:
            yield DayPair(_day(start, below), _day(end, below), is_labelled=True)


def _glued(lines: Sequence[TypedLine], index: int) -> Iterator[DayPair]:
    """A first and a last day that are written to their labels, as in scripts without spaces."""
    line = lines[index]
    start = _glued_day(line, begins)
    if start is None:
        return
    for below in lines[index : index + _LINES_APART]:
        end = _glued_day(below, ends)
        if end is not None and below.page_number == line.page_number:
            yield DayPair(start, end, is_labelled=True)
            return


def _glued_day(line: TypedLine, is_label: Callable[[str], bool]) -> Day | None:
    for cell in line.cells:
        for word in cell.words:
            found = _GLUED.match(word.text) if cell.date is None else None
            date = read_date(found["day"]) if found and is_label(found["label"]) else None
            if date is not None:
                return Day(date, (word,), line)
    return None


def stacked_pairs(lines: Sequence[TypedLine], index: int) -> Iterator[DayPair]:
    """Two dates below each other with nothing but a word for to on the line between them."""
    if index + 2 >= len(lines) or lines[index + 2].page_number != lines[index].page_number:
        return
    above, middle, below = lines[index : index + 3]
    for cell in above.cells:
        if cell.date is None or cell.date.doubtful:
            continue
        word = _over(cell, middle)
        last = _under(cell, below)
        if word is not None and word.text.isalpha() and leads_to(word.text) and last is not None:
            yield DayPair(_day(cell, above), _day(last, below))


def _over(head: Cell, below: TypedLine) -> Cell | None:
    return next((c for c in below.cells if c.x0 < head.x1 and head.x0 < c.x1), None)


def _of_cells(line: TypedLine, first: Cell, second: Cell) -> DayPair | None:
    if first.date is None or second.date is None:
        return None
    return DayPair(_day(first, line), _day(second, line))


def _day(cell: Cell, line: TypedLine) -> Day:
    if cell.date is None:
        raise AssertionError("only cells with a date are days")
    return Day(cell.date, cell.words, line)


def _after(line: TypedLine, is_label: Callable[[str], bool]) -> Cell | None:
    for label, cell in pairwise(line.cells):
        if cell.date is not None and label.date is None and is_label(label.text):
            return cell
    return None


def _under(head: Cell, below: TypedLine) -> Cell | None:
    for cell in below.cells:
        if cell.date is not None and cell.x0 < head.x1 and head.x0 < cell.x1:
            return cell
    return None


def _within(line: TypedLine) -> Iterator[DayPair]:
    """Two dates inside a line's text, joined by a dash or a word."""
    text = line.text
    for joint in _JOINT.finditer(text):
        start = _at_end(text[: joint.start()])
        end = _at_begin(text[joint.end() :]) if start is not None else None
        if start is not None and end is not None:
            near = text[max(0, joint.start() - _WIDTH) : joint.end() + _WIDTH]
            words = [word for cell in line.cells for word in cell.words]
            own = tuple(word for word in words if word.text in near) or tuple(words)
            yield DayPair(Day(start, own, line), Day(end, own, line))
            return


def _in_one_month(line: TypedLine) -> Iterator[DayPair]:
    """Two days of a month that is written once: ``1 - 31 March 2024``, ``March 1 - 31, 2024``."""
    for pattern in _ONE_MONTH:
        found = pattern.search(line.text)
        month = month_number(found["month"]) if found else None
        if found and month:
            words = tuple(word for cell in line.cells for word in cell.words)
            start, end = (
                PrintedDate(int(found[day]), month, int(found["year"]), "dmy", found[0])
                for day in ("first", "last")
            )
            yield DayPair(Day(start, words, line), Day(end, words, line))
            return


def _at_end(text: str) -> PrintedDate | None:
    words = text.split()[-_LONGEST:]
    return next((d for i in range(len(words)) if (d := _date(words[i:]))), None)


def _at_begin(text: str) -> PrintedDate | None:
    words = text.split()[:_LONGEST]
    return next((d for i in range(len(words), 0, -1) if (d := _date(words[:i]))), None)


def _date(words: Sequence[str]) -> PrintedDate | None:
    text = _LABEL.sub("", " ".join(words)).strip("()[]:,;| ")
    text = _UP_TO.sub("", text)
    if text.endswith((").", "].")):
        text = text[:-2]
    return read_date(text) or read_date(text.lower()) if text else None
