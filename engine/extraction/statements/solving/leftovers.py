"""Lines beside the rows that no row took: they may be transactions, or words of descriptions.

Sums say nothing about descriptions, and a document without both balances nothing about its first
and last rows. What was left over there is a reason to doubt.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.lines.furniture import furniture
from engine.extraction.statements.rows.sections import section_of, turns_page
from engine.extraction.statements.rows.table import Row
from engine.reading.page import Word

_SAME_EDGE: Final = 0.008
"""Page widths by which the lines of descriptions may begin apart."""

_TIGHT: Final = 1.25
"""How much further than its usual distance a line may stand from the row that it belongs to."""

_LETTERS_LEFT: Final = 6
"""Characters of words on a row's lines that went nowhere from which its text may lack them."""

_MOST_HEADS: Final = 12
_KIND_WIDTH: Final = 0.06
"""Cells of a table's line of heads, at most, and page widths by which the words for a kind of
transaction may be wider than their head."""

_SLANT: Final = 0.25
"""Share of the distance of two lines by which a slanting scan may move one end of a line."""


def rows_beside_lost_text(
    rows: Sequence[Row], lines: Sequence[TypedLine], known: frozenset[int]
) -> Iterator[int]:
    """Rows with a line of text right above or below them that looks like theirs and is nobody's.

    ``known`` are the numbers of lines that are something else: furniture, heads, named figures.
    """
    taken = {number: index for index, row in enumerate(rows) for number in row.lines}
    pitch = _pitch_inside(rows, lines)
    if pitch is None:
        return
    found = [
        (line.number, row)
        for line in lines
        if line.number not in taken and line.number not in known and not line.has("money")
        for number in (line.number - 1, line.number + 1)
        if (row := taken.get(number)) is not None
        and _continues(line, lines[number], rows[row], pitch)
    ]
    paper = furniture(lines) if found else frozenset()
    yield from (row for number, row in found if number not in paper)


def _pitch_inside(rows: Sequence[Row], lines: Sequence[TypedLine]) -> float | None:
    """The usual distance of two lines of one row, in page heights; None where rows have one."""
    found = sorted(
        lines[b].y0 - lines[a].y0
        for row in rows
        for a, b in zip(row.lines, row.lines[1:], strict=False)
        if b == a + 1 and lines[a].page_number == lines[b].page_number
    )
    return found[len(found) // 2] if found else None


def _continues(line: TypedLine, beside: TypedLine, row: Row, pitch: float) -> bool:
    """Whether a line begins where the row's description does and is as near as its own lines."""
    if line.page_number != beside.page_number or not row.texts:
        return False
    if abs(line.y0 - beside.y0) > _TIGHT * pitch:
        return False
    edges = [words[0].x0 for words in row.texts]
    is_told = any(is_near(c.x0, edges) and not (c.money or c.date) for c in line.cells)
    if not is_told or _is_head(line):
        return False
    text = line.text
    return not (figure_of(text) or section_of(text) or turns_page(text))


def _is_head(line: TypedLine) -> bool:
    """Whether a line is that of a table's heads."""
    return sum(role_of(cell.text) is not None for cell in line.cells) > 1


def is_near(place: float, places: Sequence[float]) -> bool:
    """Whether an edge is one of ``places``, in page widths."""
    return any(abs(place - other) <= _SAME_EDGE for other in places)


def rows_with_words_left_over(rows: Sequence[Row], lines: Sequence[TypedLine]) -> set[int]:
    """Rows on whose lines words of letters stand that went into none of their fields.

    What stands left or right of all columns is beside the table, unless most rows have something
    there.
    """
    inside, beside = set[int](), set[int]()
    kinds = [
        cell
        for line in lines
        if 2 < len(line.cells) <= _MOST_HEADS and not line.has("money") and _is_head(line)
        for cell in line.cells
        if role_of(cell.text) == "kind"
    ]
    fillers = _words_for_nothing(rows, lines)
    for index, row in enumerate(rows):
        cells = [*row.dates.values(), *row.money.values(), *([row.group] if row.group else [])]
        taken = [*row.texts, *row.notes.values(), *[cell.words for cell in cells]]
        used = set(map(id, chain.from_iterable(taken)))
        left = [
            word
            for number in row.lines
            if not used.issuperset(_ids_on(lines[number]))
            for word in _left_over(lines[number], used)
            if not _is_under(word, kinds) and word.text not in fillers
        ]
        if sum([len(word.text) for word in left]) >= _LETTERS_LEFT:
            edge = max((cell.x1 for cell in row.money.values()), default=1.0)
            start = min((cell.x0 for cell in cells), default=0.0)
            (inside if any(start <= word.x0 < edge for word in left) else beside).add(index)
    return inside | beside if 2 * len(beside) > len(rows) else inside


def _words_for_nothing(rows: Sequence[Row], lines: Sequence[TypedLine]) -> frozenset[str]:
    """Words that stand again and again where other rows have amounts: such a cell is empty."""
    amounts = [cell for row in rows for cell in row.money.values()]
    if not amounts:
        return frozenset()
    left, right = min(cell.x0 for cell in amounts), max(cell.x1 for cell in amounts)
    counts = Counter(
        cell.text
        for row in rows
        for number in row.lines
        for cell in lines[number].cells
        if cell.money is None and cell.date is None and len(cell.words) == 1
        if left <= cell.x0 and cell.x1 <= right
    )
    return frozenset(text for text, count in counts.items() if count >= max(3, len(rows) // 4))


def _ids_on(line: TypedLine) -> Iterator[int]:
    return map(id, chain.from_iterable([cell.words for cell in line.cells]))


def _left_over(line: TypedLine, used: set[int]) -> list[Word]:
    words = [
        word
        for cell in line.cells
        for word in cell.words
        if id(word) not in used and sum(map(str.isalpha, word.text)) > 1
    ]
    return [] if words and names_a_balance(line) else words


def _is_under(word: Word, heads: Sequence[Cell]) -> bool:
    """Whether a word begins where one of the heads does."""
    return any(head.x0 - _SAME_EDGE <= word.x0 <= head.x1 + _KIND_WIDTH for head in heads)


def names_a_balance(line: TypedLine) -> bool:
    """Whether a line says that its amount is a balance or a total."""
    return figure_of(line.text) is not None or any(
        role_of(cell.text) == "balance" for cell in line.cells
    )


def rows_across_slanting_lines(rows: Sequence[Row], lines: Sequence[TypedLine]) -> Iterator[int]:
    """Rows of several lines on scanned pages that slant so much that lines may be exchanged."""
    scanned = [row for row in rows if row.source == "ocr"]
    pitch = _pitch_inside(scanned, lines)
    if pitch is None:
        return
    slants: dict[int, float] = {}
    for index, row in enumerate(rows):
        if row.source != "ocr" or len(row.lines) == 1:
            continue
        if row.page_number not in slants:
            slants[row.page_number] = _slant(lines, row.page_number)
        if slants[row.page_number] > _SLANT * pitch:
            yield index


def _slant(lines: Sequence[TypedLine], page_number: int) -> float:
    """By how much the right end of a page's lines stands higher or lower, in page heights."""
    slopes = []
    for line in lines:
        if line.page_number == page_number and line.x1 - line.x0 > 0.4:
            words = [word for cell in line.cells for word in cell.words]
            first, last = words[0], words[-1]
            rise = (last.y0 + last.y1 - first.y0 - first.y1) / 2
            slopes.append(rise / max(last.x0 - first.x0, 0.1))
    slopes.sort()
    return abs(slopes[len(slopes) // 2]) if slopes else 0.0
