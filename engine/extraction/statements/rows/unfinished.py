"""The row that is being read, and the lines of words since it that may be the next row's."""

from engine.extraction.statements.rows.growing import OpenRow
from engine.extraction.statements.rows.habit import Habit
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.loose_lines import first_of_next
from engine.extraction.statements.rows.spacing import follows
from engine.extraction.statements.rows.table import Row
from engine.reading.page import Word


class Unfinished:
    """What is read and not yet a row.

    Attributes:
        row: the row that may still grow, if there is one.
        loose: lines of words below it that nobody has yet.
    """

    def __init__(self) -> None:
        self.row: OpenRow | None = None
        self.loose: list[Part] = []

    @property
    def last_line(self) -> Part | None:
        """The lowest of its lines."""
        if self.loose:
            return self.loose[-1]
        return self.row.last if self.row is not None else None

    def is_completed_by(self, part: Part, habit: Habit) -> bool:
        """Whether an undated line with an amount ends the row, which has its date but no amount."""
        row, last = self.row, self.last_line
        if row is None or last is None or row.is_complete:
            return False
        same_page = row.first.line.page_number == part.line.page_number
        return (same_page or habit == "last") and follows(last, part)

    def is_dated_again_by(self, part: Part) -> bool:
        """Whether the line's date stands under the one of the row."""
        row, last = self.row, self.last_line
        return (
            "date" in part.dates
            and not part.money
            and row is not None
            and last is not None
            and row.is_complete
            and row.group is None
            and not row.has_second_date
            and follows(last, part)
        )

    def absorb(self) -> None:
        """Give the loose lines to the row."""
        if self.row is not None:
            for part in self.loose:
                self.row.extend(part)
        self.loose.clear()

    def split(self, anchor: Part, habit: Habit) -> list[tuple[int, tuple[Word, ...]]]:
        """Give the loose lines to the row, or to the one that begins at ``anchor``.

        The latter are returned with their numbers.
        """
        if not self.loose:
            return []
        last = self.row.last if self.row is not None else None
        first = first_of_next(self.loose, last, anchor, habit)
        before = [(part.line.number, part.words) for part in self.loose[first:]]
        del self.loose[first:]
        self.absorb()
        return before

    def add_second_date(self, part: Part) -> None:
        """Give the row the date that stands under its first one."""
        if self.row is not None:
            self.row.has_second_date = True
            self.row.dates["value_date"] = part.dates["date"]
            if part.words:
                self.loose.append(part.undated())
            else:
                self.absorb()
                self.row.last = part

    def ended(self) -> Row | None:
        """The row, which is over now; None where there is none, or it has no amount."""
        self.absorb()
        row, self.row = self.row, None
        return row.row if row is not None and row.is_complete else None
