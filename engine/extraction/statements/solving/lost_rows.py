"""Lines that look like transactions and are none of the rows.

A document without both balances says nothing about its first and last rows, and balances that agree
nothing about a table that was not read at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from engine.extraction.statements.columns.headers import Header
from engine.extraction.statements.columns.heads import DATE_ROLES, MONEY_ROLES
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.leftovers import is_near, names_a_balance

_UNDER: Final = 0.02
"""Page widths that a date may stand beside the head of its column."""

_MOST_WORDS: Final = 12
"""Words of a transaction's line, at most; more are a sentence."""

_OVERLOOKED: Final = 3
"""Lines with words and amounts from which a statement without rows may have some."""


def rows_beside_lost_rows(
    rows: Sequence[Row], lines: Sequence[TypedLine], known: frozenset[int]
) -> Iterator[int]:
    """Rows after which a line is no row though it has words, a date and an amount as rows have."""
    taken = {number: index for index, row in enumerate(rows) for number in row.lines}
    dates = _edges(row.dates.get("date") for row in rows)
    amounts = _ends(rows)
    before = 0
    for line in lines:
        before = taken.get(line.number, before)
        is_free = line.number not in taken and line.number not in known
        if is_free and _looks_like_a_row(line, dates, amounts):
            yield before


def _looks_like_a_row(line: TypedLine, dates: Sequence[float], amounts: Sequence[float]) -> bool:
    if names_a_balance(line):
        return False
    dated = any(c.date and is_near(c.x0, dates) for c in line.cells)
    moved = any(c.money and not c.date and is_near(c.x1, amounts) for c in line.cells)
    told = any(not c.date and not c.money and any(map(str.isalpha, c.text)) for c in line.cells)
    return dated and moved and told


def rows_beside_lost_tables(
    rows: Sequence[Row],
    lines: Sequence[TypedLine],
    known: frozenset[int],
    headers: Sequence[Header],
) -> Iterator[int]:
    """Rows after which a table has lines like transactions none of which was read.

    ``headers`` are the heads above the document's tables, ``known`` lines that are something else.
    """
    taken = {number: index for index, row in enumerate(rows) for number in row.lines}
    ends = [*(header.first_line for header in headers[1:]), len(lines)]
    for header, end in zip(headers, ends, strict=False):
        own = range(header.last_line + 1, end)
        if not _names_movements(header) or any(number in taken for number in own):
            continue
        if any(n not in known and _is_movement(lines[n], header) for n in own):
            before = [index for number, index in taken.items() if number < header.first_line]
            yield max(before, default=0)


def _names_movements(header: Header) -> bool:
    roles = set(header.roles)
    return bool(DATE_ROLES & roles and "description" in roles and "balance" in roles) or bool(
        DATE_ROLES & roles and "description" in roles and MONEY_ROLES & roles
    )


def _is_movement(line: TypedLine, header: Header) -> bool:
    """Whether a line has a date under its head, words and an amount."""
    heads = [head for head in header.heads if head.role in DATE_ROLES]
    dated = any(
        cell.date and head.x0 - _UNDER <= cell.x0 <= head.x1 + _UNDER
        for cell in line.cells
        for head in heads
    )
    told = any(not c.date and not c.money and any(map(str.isalpha, c.text)) for c in line.cells)
    paid = any(cell.money and cell.money.value and not cell.date for cell in line.cells)
    return dated and told and paid and not names_a_balance(line)


def may_have_rows(lines: Sequence[TypedLine], known: frozenset[int]) -> bool:
    """Whether a statement without rows has lines that may be some: words and an amount."""
    likely = (
        line
        for line in lines
        if line.number not in known
        and line.cells[-1].money
        and len(line.plain.split()) <= _MOST_WORDS
        and any(not c.money and any(map(str.isalpha, c.text)) for c in line.cells)
        and figure_of(line.text) is None
    )
    return sum(1 for _ in likely) >= _OVERLOOKED


def _edges(cells: Iterable[Cell | None]) -> list[float]:
    """The different left edges of cells."""
    return sorted({round(cell.x0, 3) for cell in cells if cell is not None})


def _ends(rows: Sequence[Row]) -> list[float]:
    """The different right edges of amounts and balances."""
    return sorted({round(cell.x1, 3) for row in rows for cell in row.money.values()})
