"""The number under a label, right of it on the next line, or over it in a line of labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.header.numbers.values import is_amount, number_after, text_of
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import FILLERS, NUMBERS
from engine.reading.page import Word

_NEXT: Final = 1.2
"""Line heights between a label and the number over it, at most."""
_BESIDE: Final = 0.3
"""Page widths from a label to a number right of it on the next line, at most."""


@dataclass(frozen=True, slots=True)
class Below:
    """A number found under a label, ``value`` empty where something else stands there.

    ``is_under``: right under it, not beside it on the next line. ``is_named``: words for number
    stand between, the rest of a label of two lines.
    """

    value: list[Word]
    line: TypedLine
    is_under: bool = False
    is_named: bool = False


def number_below(label: Sequence[Word], lines: Sequence[TypedLine]) -> Below:
    """The number under a label, or right of it on the next line.

    ``lines`` are those after the label's own.
    """
    x0, x1 = label[0].x0, label[-1].x1
    is_named = False
    for below in lines:
        for cell in below.cells:
            under = cell.x0 < x1 and x0 < cell.x1
            beside = below is lines[0] and x1 <= cell.x0 < x1 + _BESIDE
            if (under or beside) and cell.date is None and not is_amount(cell):
                value = number_after(_with_groups(cell, below))
                if value and (under or sum(c.isdigit() for c in text_of(value)) >= 6):
                    return Below(value, below, under, is_named)
                if under and _is_number_word(cell):
                    is_named = True
                elif under and any(c.isalnum() for c in cell.text):
                    return Below([], below)
    return Below([], lines[0])


def _with_groups(cell: Cell, line: TypedLine) -> Sequence[Word]:
    """The words of a cell of figures with the groups of figures in the cells after it."""
    words = list(cell.words)
    if not cell.text.isdigit():
        return words
    for other in line.cells[line.cells.index(cell) + 1 :]:
        if not other.text.isdigit():
            break
        words += other.words
    return words


def number_above(label: Sequence[Word], line: TypedLine, above: TypedLine) -> list[Word]:
    """The number over a label in a line of labels, where each has its value right above it."""
    if line.y0 - above.y1 > _NEXT * (line.y1 - line.y0) or any(c.isdigit() for c in line.text):
        return []
    x0, x1 = label[0].x0, label[-1].x1
    over = [cell for cell in above.cells if cell.x0 < x1 and x0 < cell.x1]
    if len(over) != 1 or over[0].date is not None or is_amount(over[0]):
        return []
    value = number_after(over[0].words)
    return value if len(value) == len(over[0].words) else []


def _is_number_word(cell: Cell) -> bool:
    """Whether a cell is nothing but a word for number."""
    tokens = plain(cell.text).split()
    return not NUMBERS.isdisjoint(tokens) and all(t in NUMBERS or t in FILLERS for t in tokens)
