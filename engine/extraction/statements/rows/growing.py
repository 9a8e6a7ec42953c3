"""A row of a table while its lines are read."""

from dataclasses import dataclass, field

from engine.extraction.statements.columns.heads import MONEY_ROLES, Role
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.sections import Section
from engine.extraction.statements.rows.table import Row
from engine.reading.page import Word


@dataclass(slots=True)
class OpenRow:
    """A row that may still grow."""

    first: Part
    last: Part
    dates: dict[Role, Cell]
    money: dict[Role, Cell]
    texts: list[tuple[Word, ...]]
    notes: dict[Role, tuple[Word, ...]]
    section: Section | None
    title: str
    group: Cell | None
    late_mark: str | None = None
    lines: list[int] = field(default_factory=list)
    is_doubtful: bool = False
    has_second_date: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether it has an amount that is no balance."""
        return not MONEY_ROLES.isdisjoint(self.money)

    @property
    def row(self) -> Row:
        """The row as it is now."""
        return Row(
            page_number=self.first.line.page_number,
            source=self.first.line.source,
            lines=tuple(self.lines),
            dates=self.dates,
            money=self.money,
            texts=tuple(self.texts),
            notes=self.notes,
            section=self.section,
            group=self.group,
            late_mark=self.late_mark,
            is_doubtful=self.is_doubtful,
            title=self.title,
        )

    def extend(self, part: Part) -> None:
        """Add a further line of the same row; what the row already has stays."""
        if part.words:
            self.texts.append(part.words)
        for role, cell in part.money.items():
            self.money.setdefault(role, cell)
        for role, cell in part.dates.items():
            self.dates.setdefault(role, cell)
        for role, words in part.notes.items():
            self.notes[role] = (*self.notes.get(role, ()), *words)
        self.late_mark = self.late_mark or part.mark
        self.lines.append(part.line.number)
        self.last = part
