"""Lines of a page as typed cells: dates, amounts and text, each with its place.

The type says what a cell looks like. What it is in the table, the columns decide: a date in the
middle of a description is text again. A long document has a hundred thousand cells, so they are
structs, which are made in a tenth of a dataclass's time.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from engine.extraction.phrases import plain
from engine.extraction.statements.lines.bare_days import bare_day_at, bare_places
from engine.extraction.statements.lines.dates_in_words import date_at, may_begin_date
from engine.extraction.statements.lines.glued import parted
from engine.extraction.statements.lines.money import (
    Money,
    Notation,
    may_begin_money,
    money_at,
    read_money,
)
from engine.extraction.statements.lines.printed_dates import PrintedDate, read_date
from engine.reading.lines import lines_of
from engine.reading.page import Page, PageSource, Word

_COUNTER = re.compile(r"[#№]?\d{1,5}[.)]?\Z")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\Z")
_SIGNS = frozenset("$€£¥₹₺₽₩฿₪₫₱₦₴₸₡₲")
_TEXT_GAP = 1.1
"""Ems between two words from which they are two cells."""
_FARTHEST = 1.8
"""Characters' widths between two words from which they are not of one date, nor of one amount."""


class Cell(Struct, frozen=True, gc=False):
    """Words that belong together and what they look like; the box is in page fractions.

    Exactly one of ``date`` and ``money`` is set for a typed cell; both for figures that may be
    either (12.05); none for text.
    """

    words: tuple[Word, ...]
    x0: float
    x1: float
    date: PrintedDate | None = None
    money: Money | None = None

    @property
    def text(self) -> str:
        """The words with one space between each two."""
        if len(self.words) == 1:
            return self.words[0].text
        return " ".join([word.text for word in self.words])

    @property
    def is_counter(self) -> bool:
        """Whether it may be a row's number: a few figures and nothing else."""
        return len(self.words) == 1 and _COUNTER.match(self.words[0].text) is not None

    @property
    def is_clock(self) -> bool:
        """Whether it is a time of day and nothing else."""
        return len(self.words) == 1 and _CLOCK.match(self.words[0].text) is not None

    @property
    def is_sign(self) -> bool:
        """Whether it is a currency's sign and nothing else: the amount stands apart from it."""
        return len(self.words) == 1 and self.words[0].text in _SIGNS


class TypedLine(Struct, frozen=True, gc=False):
    """One visual row of a page. ``number`` counts the rows of the whole document from 0."""

    number: int
    page_number: int
    source: PageSource
    cells: tuple[Cell, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def text(self) -> str:
        """All words with one space between each two."""
        return " ".join([cell.text for cell in self.cells])

    @property
    def plain(self) -> str:
        """``text`` in plain words."""
        return plain(self.text)

    def has(self, kind: Literal["date", "money"]) -> bool:
        """Whether any cell looks like ``kind``."""
        if kind == "date":
            return any([cell.date is not None for cell in self.cells])
        return any([cell.money is not None for cell in self.cells])


def typed_lines(pages: Iterable[Page], notation: Notation) -> list[TypedLine]:
    """The rows of all pages in reading order, as typed cells."""
    printed = [(page, line) for page in pages for line in lines_of(page)]
    bare = bare_places(line for _, line in printed)
    lines: list[TypedLine] = []
    for number, (page, line) in enumerate(printed):
        cells = tuple(_cells(parted(line.words), notation, bare))
        box = line.x0, line.y0, line.x1, line.y1
        lines.append(TypedLine(number, page.page_number, page.source, cells, *box))
    return lines


def text_cells(words: Sequence[Word]) -> list[Cell]:
    """``words``, at least one, as text cells, split at wide gaps."""
    if len(words) == 1:
        return [cell_of(words)]
    cuts = [place for place, pair in enumerate(pairwise(words), 1) if _is_apart(*pair)]
    if not cuts:
        return [cell_of(words)]
    return [cell_of(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]


def cell_of(
    words: Sequence[Word], date: PrintedDate | None = None, money: Money | None = None
) -> Cell:
    """A cell around ``words``, which must not be none."""
    if len(words) == 1:
        return Cell((words[0],), words[0].x0, words[0].x1, date, money)
    return Cell(tuple(words), min([w.x0 for w in words]), max([w.x1 for w in words]), date, money)


def _cells(words: Sequence[Word], notation: Notation, bare: frozenset[int]) -> list[Cell]:
    cells: list[Cell] = []
    run: list[Word] = []
    index, count = 0, len(words)
    while index < count:
        word = words[index]
        may_be_typed = word.text[0].isdigit() or _may_be_typed(word.text)
        typed = _typed_cell(words, index, notation, bare) if may_be_typed else None
        if typed is None:
            run.append(word)
            index += 1
            continue
        if run:
            cells += text_cells(run)
            run = []
        cells.append(typed)
        index += len(typed.words)
    if run:
        cells += text_cells(run)
    return cells


def _typed_cell(
    words: Sequence[Word], index: int, notation: Notation, bare: frozenset[int]
) -> Cell | None:
    day = bare_day_at(words, index, bare) if bare else None
    if day is not None:
        return cell_of(words[index : day[1]], date=day[0])
    text = words[index].text
    if text[0].isdigit() and _stands_alone(words, index):
        typed = _typed_word(text, notation.whole)
        return None if typed is None else cell_of(words[index : index + 1], *typed)
    date = date_at(words, index)
    if date is not None and not date[0].doubtful:
        return cell_of(words[index : date[1]], date=date[0])
    money = money_at(words, index, notation)
    if money is not None:
        both = date[0] if date is not None and date[1] == money[1] else None
        return cell_of(words[index : money[1]], date=both, money=money[0])
    return None


@lru_cache(maxsize=65536)
def _may_be_typed(text: str) -> bool:
    """Whether a date or an amount may begin with ``text``; most words without figures do not."""
    return may_begin_date(text) or may_begin_money(text)


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether no following word is near enough to belong to the same date or amount."""
    if index + 1 == len(words):
        return True
    left, right = words[index], words[index + 1]
    of_left = (left.x1 - left.x0) / len(left.text)
    of_right = (right.x1 - right.x0) / len(right.text)
    return right.x0 - left.x1 > _FARTHEST * max(of_left, of_right)


@lru_cache(maxsize=65536)
def _typed_word(text: str, whole: bool) -> tuple[PrintedDate | None, Money | None] | None:
    """The date or the amount that one word with a figure in front is, or both."""
    date = read_date(text) if may_begin_date(text) else None
    if date is not None and not date.doubtful:
        return date, None
    money = read_money(text, whole=whole)
    return None if money is None else (date, money)


def _is_apart(left: Word, right: Word) -> bool:
    """Whether the gap between two words is so wide that they are two cells."""
    gap = (right.x0 - left.x1) / (1.9 * _TEXT_GAP)
    if gap <= (left.x1 - left.x0) / len(left.text):
        return False
    return gap > (right.x1 - right.x0) / len(right.text)
