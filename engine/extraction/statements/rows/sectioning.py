"""Which section of a table its lines stand in, from heading to heading."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.sections import Section, ends_section, section_of

_REACH: Final = 6
"""Lines from a heading above a table to the table's first line, at most, its header included."""

_LEFT: Final = 0.4
"""Page widths from the left in which a heading above a table begins."""


class Heading(NamedTuple):
    """What opens a section, its line and its words; without a ``kind`` there is no section."""

    line: int
    kind: Section | None
    title: str


class Sections:
    """The headings seen so far.

    Attributes:
        now: the one whose section the next line stands in.
        opened: the last one inside a table.
    """

    def __init__(self) -> None:
        self.now = self.opened = Heading(-1, None, "")
        self._above: Heading | None = None

    def pass_by(self, line: TypedLine) -> bool:
        """Look at a line outside any table; whether it is a heading.

        What a heading says to leave out ends with figures of its own above the next table.
        """
        is_alone = len(line.cells) == 1 and line.x0 < _LEFT
        section = section_of(line.text) if is_alone else None
        if section is not None:
            self._above = Heading(line.number, section, line.text)
        elif self._above is not None and self._above.kind == "skip" and line.has("money"):
            self._above = None
        return section is not None

    def begin_table(self, firsts: Sequence[int]) -> None:
        """Let the heading above a table count; ``firsts`` are its panels' first lines."""
        if self._above is not None:
            if firsts and min(firsts) - self._above.line <= _REACH:
                self.now = self._above
            self._above = None

    def open(self, part: Part, section: Section) -> None:
        """Begin a section inside a table."""
        self.now = self.opened = Heading(part.line.number, section, part.label)

    def end(self) -> None:
        """End the section."""
        self.now = self.now._replace(kind=None)

    def end_at(self, total: str) -> None:
        """End the section if ``total`` names the sum of what it holds."""
        if ends_section(total, self.now.kind):
            self.end()
