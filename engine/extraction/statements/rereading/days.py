"""Days worth reading again: out of the order that a document keeps, or read as no day at all."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from engine.extraction.statements.lines.heard_days import is_day
from engine.extraction.statements.rereading.places import (
    cell_at,
    cells_of,
    columns_of,
    is_in_column,
    is_on,
    whole_cell,
)
from engine.reading.cell_reading import CellPlace
from engine.reading.page import Page
from engine.records.bank import Transaction

_LEAST_ROWS: Final = 5
_IN_ORDER: Final = 0.7
"""Share of neighbours that keep an order before breaking it says anything."""


_LEAST_DIGITS: Final = 4
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_NARROW: Final = 0.2
"""Widest column of days, as a share of the page's width."""


def doubtful_days(rows: Sequence[Transaction], pages: dict[int, Page]) -> Iterator[CellPlace]:
    """Cells of days that stand out of order, and of figures below days that were read as none."""
    yield from cells_of(out_of_order(rows), pages, ("date",))
    known = [cell_at(place) for row in rows for place in row.provenance.values()]
    for number, stretches in columns_of(rows, pages, ("date",)).items():
        narrow = [stretch for stretch in stretches if stretch[1] - stretch[0] <= _NARROW]
        taken = [cell.bbox for cell in known if cell and cell.page_number == number]
        tops = [cell.bbox[1] for cell in cells_of(rows, {number: pages[number]})]
        bottoms = [cell.bbox[3] for cell in cells_of(rows, {number: pages[number]})]
        for word in pages[number].words:
            is_between = bool(tops) and min(tops) <= (word.y0 + word.y1) / 2 <= max(bottoms)
            if not is_between or not is_in_column(word, narrow) or is_on(word, taken):
                continue
            cell = CellPlace(number, (word.x0, word.y0, word.x1, word.y1), word.text)
            cell = whole_cell(cell, pages[number])
            if sum(map(str.isdigit, cell.text)) >= _LEAST_DIGITS and not _is_time(cell.text):
                yield cell


def out_of_order(rows: Sequence[Transaction]) -> list[Transaction]:
    """Rows beside a step against the order of days, and those without a day; none without order.

    Either row of such a step may be the misread one.
    """
    dated = [row for row in rows if row.date is not None]
    if len(dated) < _LEAST_ROWS:
        return []
    steps = [
        (before, after)
        for before, after in pairwise(dated)
        if before.account_number == after.account_number and before.date != after.date
    ]
    falling = [step for step in steps if _is_falling(step)]
    against = falling if 2 * len(falling) <= len(steps) else [s for s in steps if s not in falling]
    if len(steps) - len(against) < _IN_ORDER * len(steps):
        return []
    doubtful = {row.transaction_id for step in against for row in step}
    return [row for row in rows if row.transaction_id in doubtful or row.date is None]


def _is_falling(step: tuple[Transaction, Transaction]) -> bool:
    before, after = (row.date for row in step)
    return before is not None and after is not None and before > after


def _is_time(text: str) -> bool:
    """Whether ``text`` is a day or a clock time, as other lines of a row may print them."""
    return is_day(text) or _CLOCK.fullmatch(text) is not None
