"""What holds for all rows of a document's tables, told from all of them before any is read.

One line alone cannot say whether its date begins a row or is the second one of the row above it;
what the lines before and after such lines are, all over the document, does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.habit import Habit, habit_of
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.named_lines import figure_on
from engine.extraction.statements.rows.sections import summed_up
from engine.extraction.statements.rows.spacing import FARTHEST_WRAP, pitch

_OFTEN: Final = 0.12
"""Share of the amounts without a date from which dates are printed once for several rows."""

_SAME_EDGE: Final = 0.008
"""Page widths by which a heading and its rows may begin apart."""

_LEAST_DAYS: Final = 3
"""Lines from which a label above rows is one of days."""


@dataclass(frozen=True, slots=True)
class Traits:
    """How a document prints its rows.

    ``habit`` is where a row's amount stands. ``has_dates_once``: a date holds for the rows below.
    ``has_dates_below``: rows have a second date under their first. ``balance_labels`` are the
    plain words of lines that show nothing but a balance, ``day_labels`` those before the day on
    lines above the rows of one day, ``titles`` what totals are the totals of.
    """

    habit: Habit = "first"
    has_dates_once: bool = True
    has_dates_below: bool = False
    balance_labels: frozenset[str] = frozenset()
    day_labels: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    def is_title(self, part: Part) -> bool:
        """Whether a line of text begins as a total says that the section above it is called."""
        if not self.titles or part.dates or part.money:
            return False
        text = plain(part.label)
        return any(text == title or text.startswith(f"{title} ") for title in self.titles)

    def with_own_date(self, part: Part) -> Part:
        """The part with its only date as the main one where every row has a date of its own.

        Where days are announced with a label, one without any is a word of a description.
        """
        if part.is_date_heading and self.day_labels:
            return part.undated()
        other = part.dates.get("post_date")
        if self.has_dates_once or other is None or "date" in part.dates:
            return part
        return structs.replace(part, dates={**part.dates, "date": other})

    def day_above(self, part: Part) -> Cell | None:
        """The day of the rows below, where the line is a heading of a day with a label."""
        heading = _labelled_day(part)
        return heading[1] if heading is not None and heading[0] in self.day_labels else None


def traits_of(panels: Sequence[Sequence[Part]]) -> Traits:
    """The traits that most rows show; ``panels`` are the parts of each table, from the top."""
    below = _has_dates_below(panels)
    shown = [without_date(panel) for panel in panels] if below else panels
    habit = habit_of(shown)
    once = habit == "last" or _has_dates_once(panels)
    labels = _day_labels(panels)
    once = once or bool(labels)
    return Traits(habit, once, below, _balance_labels(panels), labels, _titles(panels))


def _has_dates_once(panels: Sequence[Sequence[Part]]) -> bool:
    """Whether a good part of the amounts has no date beside it."""
    amounts = [part for parts in panels for part in parts if part.amounts and not figure_on(part)]
    undated = sum("date" not in part.dates for part in amounts)
    return undated >= _OFTEN * len(amounts)


def without_date(parts: Sequence[Part]) -> list[Part]:
    """The parts of one table, those with a second date as lines of text."""
    return [part.undated() if below else part for part, below in _with_place(parts)]


def _with_place(parts: Sequence[Part]) -> Iterable[tuple[Part, bool]]:
    """Each part, and whether its date stands under the one of a line with date and amount."""
    above: Part | None = None
    for part in parts:
        below = above is not None and _is_date_below(above, part)
        yield part, below
        if part.amounts or "date" in part.dates:
            above = part if part.amounts and "date" in part.dates and not below else None


def _is_date_below(above: Part, part: Part) -> bool:
    return (
        "date" in part.dates
        and not part.money
        and part.line.page_number == above.line.page_number
        and pitch(above, part) <= FARTHEST_WRAP
        and figure_on(part) is None
    )


def _has_dates_below(panels: Sequence[Sequence[Part]]) -> bool:
    """Whether dated lines without an amount follow dated ones with one more often than not.

    One that an undated amount follows begins a row.
    """
    seconds = firsts = 0
    for parts in panels:
        waiting: bool | None = None
        for part, below in _with_place(parts):
            if part.amounts and waiting is not None:
                seconds += waiting and "date" in part.dates
                firsts += "date" not in part.dates
                waiting = None
            elif "date" in part.dates and not part.money:
                firsts += waiting is not None
                waiting = below
        seconds += waiting is True
    return seconds > firsts


def _balance_labels(panels: Sequence[Sequence[Part]]) -> frozenset[str]:
    counts = Counter(
        plain(part.label)
        for parts in panels
        for part in parts
        if part.label and not part.amounts and "balance" in part.money
    )
    return frozenset(label for label, count in counts.items() if count > 1)


def _titles(panels: Sequence[Sequence[Part]]) -> frozenset[str]:
    totals = (summed_up(part.label) for parts in panels for part in parts if part.money)
    return frozenset(title for title in totals if title is not None)


def _day_labels(panels: Sequence[Sequence[Part]]) -> frozenset[str]:
    """Labels that stand before a day again and again, each time above a row.

    One that says that the day is that of booking need not come so often.
    """
    counts: Counter[str] = Counter()
    for parts in panels:
        for part, below in pairwise(parts):
            heading = _labelled_day(part)
            if heading is not None and below.amounts and _begin_together(part, below):
                counts[heading[0]] += 1
    return frozenset(
        label for label, count in counts.items() if count >= _LEAST_DAYS or role_of(label) == "date"
    )


def _begin_together(heading: Part, row: Part) -> bool:
    """Whether a heading stands left of the rows' days, or begins where its first row does."""
    return not heading.is_indented or abs(heading.line.x0 - row.line.x0) <= _SAME_EDGE


def _labelled_day(part: Part) -> tuple[str, Cell] | None:
    """The plain label and the date of a line that holds nothing else."""
    cells = part.line.cells
    if len(cells) != 2 or part.dates or part.money:
        return None
    if cells[1].date is None or cells[0].date is not None:
        return None
    label = plain(cells[0].text)
    if part.is_indented and role_of(label) != "date":
        return None
    return (label, cells[1]) if label else None
