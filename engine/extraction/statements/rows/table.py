"""What the lines of a document's tables come to: rows and named figures, still as printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from engine.extraction.statements.columns.headers import Header
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.labels import Figure
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.sections import Section
from engine.reading.page import PageSource, Word


class Row(Struct, frozen=True, gc=False):
    """One transaction as it stands on the page.

    ``group`` is the date printed above or on an earlier row when this row has none of its own.
    ``texts`` are the lines of its description, ``notes`` the words of columns beside it.
    ``money`` holds its amounts by column; ``late_mark`` a sign printed under the amount.
    ``title`` is the heading that opened its section.
    ``lines`` are the numbers of the document's rows that it takes. ``is_doubtful`` says that it
    reads like a total and may yet be a payment to somebody of such a name.
    """

    page_number: int
    source: PageSource
    lines: tuple[int, ...]
    dates: Mapping[Role, Cell]
    money: Mapping[Role, Cell]
    texts: tuple[tuple[Word, ...], ...]
    notes: Mapping[Role, tuple[Word, ...]]
    section: Section | None
    group: Cell | None
    late_mark: str | None = None
    is_doubtful: bool = False
    title: str = ""

    @property
    def balance(self) -> Cell | None:
        """The balance that the row prints."""
        return self.money.get("balance")


@dataclass(frozen=True, slots=True)
class Marker:
    """A named figure inside a table, such as a balance carried forward.

    ``position`` counts the rows before it; ``line`` is its place in the document.
    """

    figure: Figure
    cell: Cell
    role: Role
    position: int
    line: int
    page_number: int
    label: str


@dataclass(slots=True)
class Table:
    """All rows and named figures of a document, in its order.

    ``headers`` are the heads above its tables; none where cells alone made the columns.
    ``day_lines`` are the numbers of lines that say no more than the day of the rows below.
    ``begins`` is the line with which another account is known to begin.
    ``has_stated_days``: rows have no dates, they are of the day that stands above their table.
    """

    rows: list[Row] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    headers: Sequence[Header] = ()
    day_lines: set[int] = field(default_factory=set)
    has_stated_days: bool = False
    begins: int | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """What the columns of the rows hold."""
        return frozenset(role for row in self.rows for role in (*row.dates, *row.money))
