"""Where a document prints the amount of a row that takes several lines: first, last or between.

Lines of text stand between one amount and the next; whose they are shows where the paper leaves
more room, and where lines with a date but no amount begin rows. What most rows show holds for all.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.lineparts import Part, figure_on

Habit = Literal["first", "last", "between"]
"""Which of its lines holds a row's amount."""

FARTHEST_WRAP: Final = 2.3
"""Line heights from a row's line to its continuation, at most, from top to top."""

_FARTHEST_ROW: Final = 5.0
"""Line heights from one row to the next, at most, where they tell of the habit."""

_CLEARLY_WIDER: Final = 1.25
"""How much wider the gap between two rows is than those within one, where it can be told."""

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


def widest_gap(lines: Sequence[TypedLine]) -> int | None:
    """After which of ``lines`` the paper leaves clearly most room; None where it is even.

    Of equally wide gaps the last one counts.
    """
    gaps = [pitch(a, b) for a, b in pairwise(lines)]
    widest = max(range(len(gaps)), key=lambda i: (gaps[i], i))
    return widest if gaps[widest] >= _CLEARLY_WIDER * min(gaps) else None


def pitch(above: TypedLine, below: TypedLine) -> float:
    """Line heights from one line's top to the next one's; 0 across a page break."""
    if above.page_number != below.page_number:
        return 0.0
    return (below.y0 - above.y0) / max(above.y1 - above.y0, below.y1 - below.y0, 1e-6)


def _between_amounts(parts: Sequence[Part]) -> Iterator[list[tuple[_Kind, Part]]]:
    """Each amount's line, the lines of text after it, and the next line with an amount or a date.

    Only such on one page, near each other.
    """
    run: list[tuple[_Kind, Part]] = []
    for part in parts:
        kind = _kind_of(part)
        if kind == "other" or (run and not _is_near(run[-1][1].line, part.line)):
            run = []
        if kind == "amount" or (kind == "date" and run):
            if run:
                yield [*run, (kind, part)]
            run = [(kind, part)] if kind == "amount" else []
        elif kind == "text" and run:
            run.append((kind, part))


def _is_near(above: TypedLine, below: TypedLine) -> bool:
    return above.page_number == below.page_number and pitch(above, below) <= _FARTHEST_ROW


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
    lines = [part.line for _, part in between]
    widest = widest_gap(lines)
    wide = [i for i, (a, b) in enumerate(pairwise(lines)) if pitch(a, b) > FARTHEST_WRAP]
    if len(wide) > 1 or (wide and wide != [widest]):
        return None
    if widest is None:
        both_dated = "date" in between[0][1].dates and "date" in last.dates
        return "first" if both_dated else None
    return "last" if widest == 0 else "first" if widest == texts else "between"
