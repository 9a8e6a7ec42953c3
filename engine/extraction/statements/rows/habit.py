"""Where a document prints the amount of a row that takes several lines: first, last or between.

Lines of text stand between one amount and the next; whose they are shows where the paper leaves
more room, and where lines with a date but no amount begin rows. What most rows show holds for all.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.named_lines import figure_on
from engine.extraction.statements.rows.spacing import FARTHEST_WRAP, pitch, widest_gap

Habit = Literal["first", "last", "between"]
"""Which of its lines holds a row's amount."""

_FARTHEST_ROW: Final = 5.0
"""Line heights from one row to the next, at most, where they tell of the habit."""

_Kind = Literal["amount", "date", "text", "other"]


def habit_of(panels: Iterable[Sequence[Part]]) -> Habit:
    """The habit of a document; ``panels`` are the parts of each of its tables, from the top."""
    votes: dict[Habit, int] = {"first": 0, "last": 0, "between": 0}
    for parts in panels:
        for between in _between_amounts(parts):
            vote = _vote(between)
            if vote is not None:
                votes[vote] += 1
    return max(votes, key=lambda habit: votes[habit])


def _between_amounts(parts: Sequence[Part]) -> Iterator[list[tuple[_Kind, Part]]]:
    """Each amount's line, the lines of text after it, and the next line with an amount or a date.

    Only such on one page, near each other.
    """
    run: list[tuple[_Kind, Part]] = []
    for part in parts:
        kind = _kind_of(part)
        if kind == "other" or (run and not _is_near(run[-1][1], part)):
            run = []
        if kind == "amount" or (kind == "date" and run):
            if run:
                yield [*run, (kind, part)]
            run = [(kind, part)] if kind == "amount" else []
        elif kind == "text" and run:
            run.append((kind, part))


def _is_near(above: Part, below: Part) -> bool:
    return above.line.page_number == below.line.page_number and pitch(above, below) <= _FARTHEST_ROW


def _kind_of(part: Part) -> _Kind:
    if part.section is not None or part.is_date_heading or figure_on(part) is not None:
        return "other"
    if part.amounts:
        return "amount"
    if part.money:
        return "other"
    if "date" in part.dates:
        return "date" if part.words else "other"
    return "text" if part.words and part.fits_zone else "other"


def _vote(between: Sequence[tuple[_Kind, Part]]) -> Habit | None:
    last_kind, last = between[-1]
    if last_kind == "date":
        return "last" if len(between) == 2 else None
    if len(between) == 2:
        return None
    texts = len(between) - 2
    parts = [part for _, part in between]
    widest = widest_gap(parts)
    wide = [i for i, (a, b) in enumerate(pairwise(parts)) if pitch(a, b) > FARTHEST_WRAP]
    if len(wide) > 1 or (wide and wide != [widest]):
        return None
    if widest is None:
        both_dated = "date" in between[0][1].dates and "date" in last.dates
        return "first" if both_dated else None
    return "last" if widest == 0 else "first" if widest == texts else "between"
