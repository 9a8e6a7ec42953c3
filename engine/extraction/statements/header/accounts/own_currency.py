"""The currency of one of several accounts, from what stands at its own part of the document.

First comes what its rows print, then the nearest line above them that names one currency, then a
line elsewhere that lists the account's number with one. Rates and sums converted into another
currency say nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from engine.extraction.identifiers import compact_identifier
from engine.extraction.statements.header.accounts.naming_line import (
    currency_named,
    pure_code,
    settled_code,
)
from engine.extraction.statements.header.accounts.parts import Part
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.table import Row

_TITLE_LINES: Final = 24
"""Lines above an account's rows in which its currency may stand."""
_MOST_ROWS: Final = 0.8
"""Share of the rows that print a currency from which it is the account's."""


def own_currency(
    part: Part,
    number: Found | None,
    others: Collection[str],
    lines: Sequence[TypedLine],
    document: Found | None,
) -> Found | None:
    """The currency that the account's own part prints; None where nothing tells it.

    Args:
        part: the account's part of the document.
        number: its number.
        others: the numbers of all other accounts; it may be among them.
        lines: the document's lines.
        document: the document's currency, which settles a sign that several currencies share.
    """
    home = document.value if document is not None else None
    titles = part.titles[-_TITLE_LINES:]
    if number is None or number.line not in titles:
        below, above = titles, range(0)
    else:
        below = range(number.line, titles.stop)
        above = range(titles.start, number.line)
    listed = number if number is not None and number.value not in others else None
    return (
        _in_rows(part.rows, lines, home)
        or _nearest(below, (), lines, home)
        or (_beside(listed.value, part, lines, home) if listed is not None else None)
        or _nearest(above, others, lines, home)
    )


def _in_rows(rows: Sequence[Row], lines: Sequence[TypedLine], home: str | None) -> Found | None:
    votes = Counter[str]()
    places: dict[str, tuple[Cell, TypedLine]] = {}
    for row in rows:
        for code, cell, line in _of_row(row, lines, home):
            votes[code] += 1
            places.setdefault(code, (cell, line))
    if not votes:
        return None
    code, count = votes.most_common(1)[0]
    if count < _MOST_ROWS * len(rows):
        return None
    cell, line = places[code]
    return found_on(code, cell.words, line, 0.9)


def _of_row(
    row: Row, lines: Sequence[TypedLine], home: str | None
) -> Iterator[tuple[str, Cell, TypedLine]]:
    """The one currency of a row: of its amounts, or alone in a cell."""
    own = [cell for role, cell in row.money.items() if role != "foreign"]
    said = [
        (code, cell, lines[row.lines[0]])
        for cell in own
        if cell.money is not None and (code := settled_code(cell.money.currency or "", home))
    ]
    said = said or [
        (code, cell, lines[number])
        for number in row.lines
        for cell in lines[number].cells
        if (code := pure_code(cell))
    ]
    if len({code for code, _, _ in said}) == 1:
        yield said[0]


def _nearest(
    titles: range, others: Collection[str], lines: Sequence[TypedLine], home: str | None
) -> Found | None:
    """What the nearest line above the rows says that names one currency, of no other account."""
    foreign = [compact_identifier(number) for number in others]
    for number in reversed(titles):
        found = currency_named(lines[number], home)
        if found is not None:
            text = compact_identifier(lines[number].text)
            if not any(other in text for other in foreign):
                return found
    return None


def _beside(number: str, part: Part, lines: Sequence[TypedLine], home: str | None) -> Found | None:
    """What a line elsewhere says that lists the account's number with one currency."""
    wanted = compact_identifier(number)
    rows = {taken for row in part.rows for taken in row.lines}
    for line in lines:
        if line.number not in rows and wanted in compact_identifier(line.text):
            found = currency_named(line, home)
            if found is not None:
                return found
    return None
