"""Rows whose lines were joined in another way than the document joins its rows.

Sums say nothing about whose a line of text is. The way of the other rows does, and the paper.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row

_NEARER: Final = 0.93
_NEARER_IN_SCANS: Final = 0.8
"""A distance is clearly shorter than another from this share of it."""

_RARE: Final = 0.2
"""Share of rows that are joined another way up to which they are exceptions."""


def rows_joined_another_way(rows: Sequence[Row], lines: Sequence[TypedLine]) -> set[int]:
    """Rows whose description runs over lines above it where others' run below, or the reverse.

    A document writes in one way; where it seems to mix two, lines may have gone to the wrong row.
    """
    above, below, apart = set[int](), set[int](), set[int]()
    for index, row in enumerate(rows):
        if len(row.lines) > 1:
            anchors = [number for number in row.lines if _is_anchor(row, lines[number])]
            if anchors and min(row.lines) < min(anchors):
                above.add(index)
            if anchors and max(row.lines) > max(anchors):
                below.add(index)
            if _is_nearer_to_next(row, rows[index + 1 : index + 2], lines):
                apart |= {index, index + 1}
    ends = _ends_of_pages(rows, lines) if apart and not above else set[int]()
    if ends and 2 * len(ends & below) >= len(ends):
        apart = set()
    return apart | _against_the_rule(above, below, len(rows))


def _ends_of_pages(rows: Sequence[Row], lines: Sequence[TypedLine]) -> set[int]:
    """The last rows of tables and pages.

    Where text runs on below them, it does so below all others: nothing else could follow there.
    """
    ends = set[int]()
    for index, (row, after) in enumerate(zip_longest(rows, rows[1:])):
        is_followed = after is not None and after.lines[0] == row.lines[-1] + 1
        if not is_followed or lines[after.lines[0]].page_number != row.page_number:
            ends.add(index)
    return ends


def _against_the_rule(above: set[int], below: set[int], count: int) -> set[int]:
    only_above, only_below, both = above - below, below - above, above & below
    ways = sorted((only_above, only_below, both), key=len)
    if not ways[1]:
        return set()
    usual = len(ways[2])
    rare = ways[0] | ways[1]
    if len(rare) <= _RARE * usual:
        return (
            rare
            | {row - 1 for row in rare & above if row}
            | {row + 1 for row in rare & below if row + 1 < count}
        )
    return above | below


def _is_nearer_to_next(row: Row, following: Sequence[Row], lines: Sequence[TypedLine]) -> bool:
    """Whether the last line of a row stands clearly nearer to the next row than to its own."""
    if not following or following[0].lines[0] != row.lines[-1] + 1:
        return False
    before, last, after = (lines[number] for number in (*row.lines[-2:], following[0].lines[0]))
    if not before.page_number == last.page_number == after.page_number:
        return False
    clearly = _NEARER if row.source == "text" else _NEARER_IN_SCANS
    up, own, down = (
        _middle(line, rows) for line, rows in ((before, row), (last, row), (after, following[0]))
    )
    return down - own < clearly * (own - up)


def _middle(line: TypedLine, row: Row) -> float:
    """The middle of what a line has of a row's description, or of the line where it has nothing."""
    texts = {id(word) for words in row.texts for word in words}
    words = [word for cell in line.cells for word in cell.words if id(word) in texts]
    if not words:
        return (line.y0 + line.y1) / 2
    return sum(word.y0 + word.y1 for word in words) / (2 * len(words))


def _is_anchor(row: Row, line: TypedLine) -> bool:
    own = [*row.dates.values(), *row.money.values()]
    return any(cell is other for cell in line.cells for other in own)
