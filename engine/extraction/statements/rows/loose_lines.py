"""Lines of text between two rows: which of them end the first, and which begin the second.

The widest gap is where one row ends; where gaps are equal the document's habit decides.
"""

from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.rows.habit import Habit
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.spacing import FARTHEST_WRAP, pitch, widest_gap

_TIGHT: Final = 1.7
"""Line heights from a description's line to the next one of the same row, at most."""

_OVERLAPPING: Final = 0.8
"""Line heights between two lines that can only be of one row: its amount is centred beside them."""


def first_of_next(loose: Sequence[Part], last: Part | None, anchor: Part, habit: Habit) -> int:
    """How many of ``loose`` belong to the row before; the others are of the one at ``anchor``.

    Args:
        loose: lines of text, at least one.
        last: the last line of the row before; None where none is open.
        anchor: the line with the next row's date or amount.
        habit: where the document prints the amount of a row that takes several lines.
    """
    if last is None or last.line.page_number != anchor.line.page_number:
        return _above_first(loose, anchor, habit)
    if pitch(loose[-1], anchor) > FARTHEST_WRAP:
        return len(loose)
    widest = widest_gap([last, *loose, anchor])
    if widest is not None:
        return widest
    return 0 if habit == "last" and anchor.amounts else len(loose)


def _above_first(loose: Sequence[Part], anchor: Part, habit: Habit) -> int:
    """The same above a page's first row."""
    own = [part for part in loose if part.line.page_number == anchor.line.page_number]
    first, below = len(loose), anchor
    most = _OVERLAPPING if habit == "first" else _TIGHT
    for part in reversed(own):
        if pitch(part, below) > most:
            break
        below = part
        first -= 1
    return first
