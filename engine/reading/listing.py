"""Pages made of a bank file that has none: facts about the account above a table of its movements.

Every row is equally high, so that the place of a row follows from its number alone and one page of
a hundred thousand rows can be set without the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.reading.lettering import length, wrapped
from engine.reading.typeset import Placed, TypesetPage

_WIDTH: Final = 595.0
_HEIGHT: Final = 842.0
_MARGIN: Final = 48.0
_TITLE: Final = 15.0
_BODY: Final = 8.0
_SMALL: Final = 7.0
_FACT_HEIGHT: Final = 13.0
_HEAD_HEIGHT: Final = 18.0
_ROW_HEIGHT: Final = 17.5
_ROWS_A_PAGE: Final = 40
_MOST_FACTS: Final = 24
_TOP: Final = 2.6 * _TITLE
_LONGEST: Final = 400

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 as fractions of the page."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its head, its left and right edge in points, and whether figures stand right."""

    head: str
    x0: float
    x1: float
    is_right: bool = False


COLUMNS: Final = (
    ListColumn("No.", 48, 74),
    ListColumn("Date", 76, 126),
    ListColumn("Value date", 128, 178),
    ListColumn("Description", 184, 396),
    ListColumn("Amount", 400, 472, is_right=True),
    ListColumn("Balance", 475, 547, is_right=True),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the pages show: a title with a line under it, facts, and rows of ``COLUMNS``' cells.

    A row of one cell is a heading between rows. At most 24 facts are shown.
    """

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    rows: Sequence[tuple[str, ...]]

    @property
    def pages_total(self) -> int:
        """How many pages there are, at least one."""
        rest = len(self.rows) - _first_page_rows(len(self.facts))
        return 1 + (-(-rest // _ROWS_A_PAGE) if rest > 0 else 0)


def row_place(facts: int, row: int, column: int | None = None) -> tuple[int, Box]:
    """Page (1-based) and box of a row (0-based), or of one cell, in a listing with ``facts``."""
    page, y = _row_at(facts, row)
    x0, x1 = (
        (COLUMNS[column].x0, COLUMNS[column].x1)
        if column is not None
        else (_MARGIN, _WIDTH - _MARGIN)
    )
    return page, (x0 / _WIDTH, y / _HEIGHT, x1 / _WIDTH, (y + _ROW_HEIGHT) / _HEIGHT)


def fact_place(index: int) -> tuple[int, Box] | None:
    """Page and box of a fact; None for one beyond those that are shown."""
    if index >= _MOST_FACTS:
        return None
    y = _MARGIN + _TOP + index * _FACT_HEIGHT
    return 1, (150 / _WIDTH, y / _HEIGHT, 547 / _WIDTH, (y + _FACT_HEIGHT) / _HEIGHT)


def set_page(listing: Listing, page_number: int) -> TypesetPage:
    """One page (1-based) of ``listing``."""
    facts = len(listing.facts)
    first_count = _first_page_rows(facts)
    placed: list[Placed] = []
    if page_number == 1:
        placed += _head_of(listing)
        start, end = 0, first_count
    else:
        start = first_count + (page_number - 2) * _ROWS_A_PAGE
        end = start + _ROWS_A_PAGE
    top = _table_top(facts, page_number)
    heads = tuple(column.head for column in COLUMNS)
    if listing.rows:
        placed += _set_row(heads, top - _HEAD_HEIGHT + 2, bold=True)
    rules = [top - 3] if listing.rows else []
    for index in range(start, min(end, len(listing.rows))):
        _, y = _row_at(facts, index)
        row = listing.rows[index]
        placed += _set_row(row, y, bold=False) if len(row) > 1 else _set_heading(row[0], y)
        rules.append(y + _ROW_HEIGHT - 2)
    return TypesetPage(page_number, tuple(placed), tuple(rules))


def _first_page_rows(facts: int) -> int:
    room = _HEIGHT - _MARGIN - _table_top(facts, 1)
    return max(1, min(_ROWS_A_PAGE, int(room // _ROW_HEIGHT)))


def _table_top(facts: int, page_number: int) -> float:
    """The upper edge of the first row of a page."""
    if page_number > 1:
        return _MARGIN + _HEAD_HEIGHT
    return _MARGIN + _TOP + min(facts, _MOST_FACTS) * _FACT_HEIGHT + 1.6 * _HEAD_HEIGHT


def _row_at(facts: int, row: int) -> tuple[int, float]:
    first_count = _first_page_rows(facts)
    if row < first_count:
        return 1, _table_top(facts, 1) + row * _ROW_HEIGHT
    page, place = divmod(row - first_count, _ROWS_A_PAGE)
    return page + 2, _table_top(facts, page + 2) + place * _ROW_HEIGHT


def _head_of(listing: Listing) -> list[Placed]:
    placed = _words(_fitted(listing.title, 500, _TITLE), _MARGIN, _MARGIN, _TITLE, bold=True)
    placed += _words(listing.subtitle, _MARGIN, _MARGIN + 1.35 * _TITLE, _SMALL, grey=True)
    for index, (label, value) in enumerate(listing.facts[:_MOST_FACTS]):
        y = _MARGIN + _TOP + index * _FACT_HEIGHT + 1.5
        placed += _words(label, _MARGIN, y, _BODY, grey=True)
        placed += _words(_fitted(value, 390, _BODY), 152, y, _BODY)
    return placed


def _set_heading(text: str, y: float) -> list[Placed]:
    return _words(_fitted(text, 500, _BODY), _MARGIN, y + 3.5, _BODY, bold=True)


def _set_row(row: tuple[str, ...], y: float, *, bold: bool) -> list[Placed]:
    placed: list[Placed] = []
    for column, text in zip(COLUMNS, row, strict=True):
        if not text:
            continue
        width = column.x1 - column.x0
        if column.head == "Description" and not bold:
            lines = wrapped(text[:_LONGEST], width, _SMALL)
            shown = lines[:2] if len(lines) <= 2 else [lines[0], f"{lines[1][:-1]}…"]
            top = y + (0.0 if len(shown) == 2 else 3.5)
            for number, line in enumerate(shown):
                placed += _words(line, column.x0, top + number * 7.8, _SMALL)
            continue
        size = _BODY if length(text, _BODY, bold) <= width else _SMALL
        told = _fitted(text, width, size)
        x = column.x1 - length(told, size, bold) if column.is_right else column.x0
        placed += _words(told, x, y + 3.0, size, bold=bold)
    return placed


def _fitted(text: str, width: float, size: float) -> str:
    """``text`` on one line of ``width`` points, cut where it is longer."""
    told = " ".join(text[:_LONGEST].split())
    lines = wrapped(told, width, size)
    return lines[0] if len(lines) == 1 else f"{lines[0][:-1]}…"


def _words(
    text: str, x: float, y: float, size: float, *, bold: bool = False, grey: bool = False
) -> list[Placed]:
    placed = []
    for word in text.split():
        placed.append(Placed(word, x, y, size, bold, grey))
        x += length(f"{word} ", size, bold)
    return placed
