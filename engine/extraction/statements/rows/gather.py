"""Rows of a table: lines gathered into transactions, by their dates, amounts and places.

Nothing is interpreted here beyond what a line is: which figure is the day, whether an amount is
paid or received, is settled afterwards by the whole document.
"""

from collections.abc import Sequence

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.labels import Figure
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.announced import Announced
from engine.extraction.statements.rows.growing import OpenRow
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.named_lines import figure_on, markers_on
from engine.extraction.statements.rows.page_ends import PageEnd
from engine.extraction.statements.rows.sectioning import Sections
from engine.extraction.statements.rows.sections import names_card, turns_page
from engine.extraction.statements.rows.signed_totals import first_row_of_total
from engine.extraction.statements.rows.spacing import FARTHEST_WRAP, follows, pitch
from engine.extraction.statements.rows.table import Table
from engine.extraction.statements.rows.traits import Traits
from engine.extraction.statements.rows.unfinished import Unfinished

_BALANCES: frozenset[Figure] = frozenset({"opening", "closing", "dated", "carried", "limit"})

_SIDES: tuple[Role, Role] = ("debit", "credit")


class RowReader:
    """Walks through a document's tables, line by line, and gathers ``table``.

    Rows may run on from one region to the next, over page breaks and repeated headers.
    """

    def __init__(self, traits: Traits) -> None:
        self.table = Table()
        self._traits = traits
        self._unfinished = Unfinished()
        self._sections = Sections()
        self._group: Cell | None = None
        self._day: Cell | None = None
        self._page_end = PageEnd()
        self._announced: Announced | None = None
        self._starts: set[int] = set()

    def read(self, panels: Sequence[Sequence[Part]], *, new_columns: bool) -> None:
        """Read the parts of one region's lines, panel after panel.

        ``new_columns``: no row can run on into it.
        """
        if new_columns or len(panels) > 1:
            self._finish()
        sections = self._sections
        sections.begin_table([parts[0].line.number for parts in panels if parts])
        self._starts.add(len(self.table.rows) + (self._unfinished.row is not None))
        first = sections.now
        last = first._replace(line=-1)
        for parts in panels:
            if len(panels) > 1:
                self._finish()
                sections.now = first
            for part in parts:
                self._take(part)
            last = max(last, sections.opened, key=lambda opened: opened.line)
        if len(panels) > 1:
            sections.now = last

    def begin_day(self, day: Cell) -> None:
        """Let the rows from here on be of ``day``, which stands above their table."""
        self._finish()
        self._group = day
        self.table.has_stated_days = True

    def pass_by(self, line: TypedLine) -> None:
        """A line outside any table: it may be a heading that opens a section."""
        if self._sections.pass_by(line):
            self._finish()

    def close(self) -> Table:
        """End the last row; the table is complete."""
        self._settle_announced()
        self._finish()
        return self.table

    def _take(self, part: Part) -> None:
        part = self._traits.with_own_date(part)
        if self._traits.has_dates_below and self._unfinished.is_dated_again_by(part):
            self._unfinished.add_second_date(part)
            return
        day = self._traits.day_above(part)
        if day is not None:
            self._finish()
            self._day = self._group = day
            self.table.day_lines.add(part.line.number)
            return
        is_total = self._signs_rows_above(part)
        figure = figure_on(part)
        if figure is not None:
            self._settle_announced()
            if self._page_end.carries_over(part, figure):
                self._unfinished.absorb()
            else:
                self._finish()
            self.table.markers += markers_on(part, figure, len(self.table.rows))
            self._group = part.dates.get("date", self._group)
            self._announced = Announced.on(part, len(self.table.rows))
            if figure not in _BALANCES:
                self._sections.end_at(part.label)
            if self._may_be_row(part, figure):
                self._anchor(part)
                if self._unfinished.row is not None:
                    self._unfinished.row.is_doubtful = True
        elif is_total:
            self._group = None
        elif part.is_date_heading:
            self._finish()
            self._group = next(iter(part.dates.values()))
        elif self._is_anchor(part):
            self._anchor(part)
        elif part.mark is not None and self._unfinished.row is not None:
            self._unfinished.row.late_mark = part.mark
        elif part.money:
            self._lone_balance(part)
        else:
            self._text(part)

    def _signs_rows_above(self, part: Part) -> bool:
        """Whether the line is the total, with a minus, of rows above it, which go its way."""
        rows = self.table.rows
        first = first_row_of_total(part, rows, self._unfinished.row, self._starts)
        if first is None:
            return False
        self._finish()
        rows[first:] = [structs.replace(row, section="payments") for row in rows[first:]]
        return True

    def _may_be_row(self, part: Part, figure: Figure) -> bool:
        """Whether a line that reads like a total may yet be a payment."""
        is_total = figure in _BALANCES or self._announced is not None
        return not is_total and self._is_anchor(part) and part.fits_zone

    def _settle_announced(self) -> None:
        """Let the rows since an announced total go its way."""
        announced, self._announced = self._announced, None
        if announced is not None:
            self._finish()
            announced.settle(self.table.rows)

    def _is_anchor(self, part: Part) -> bool:
        """Whether a row begins or is completed here."""
        if "date" in part.dates:
            return part.amounts or bool(part.words)
        if not part.amounts or self._unfinished.is_completed_by(part, self._traits.habit):
            return part.amounts
        if all(_is_moved(part.money.get(side)) for side in _SIDES):
            return False
        told = any(map(str.isalpha, part.label)) if self.table.has_stated_days else part.words
        return bool(told) and self._group is not None and not part.is_sentence

    def _anchor(self, part: Part) -> None:
        """A line with a date or an amount of its own: a new row, or the rest of an open one."""
        if (
            "date" not in part.dates
            and self._unfinished.is_completed_by(part, self._traits.habit)
            and self._unfinished.row is not None
        ):
            self._unfinished.absorb()
            self._unfinished.row.extend(part)
            return
        before = self._unfinished.split(part, self._traits.habit)
        self._finish()
        if self._sections.now.kind == "skip":
            return
        dates = self._dates_of(part)
        if "date" in dates:
            self._group = dates["date"]
        self._unfinished.row = OpenRow(
            first=part,
            last=part,
            dates=dates,
            money=dict(part.money),
            texts=[*(words for _, words in before), *([part.words] if part.words else [])],
            notes=dict(part.notes),
            section=self._sections.now.kind,
            title=self._sections.now.title if self._sections.now.kind else "",
            group=None if "date" in dates else self._group,
            late_mark=part.mark,
            lines=[*(number for number, _ in before), part.line.number],
        )

    def _dates_of(self, part: Part) -> dict[Role, Cell]:
        """The dates of a new row; below the heading of a day its own is the other one."""
        dates = dict(part.dates)
        if self._day is not None and "date" in dates:
            dates.setdefault("value_date", dates.pop("date"))
        return dates

    def _lone_balance(self, part: Part) -> None:
        """A balance on a line of its own belongs to the open row when that has none."""
        opened = self._unfinished.row
        if opened is None or "balance" not in part.money or "balance" in opened.money:
            self._unfinished.split(part, self._traits.habit)
            return
        last = self._unfinished.last_line
        if last is not None and pitch(last, part) <= FARTHEST_WRAP:
            self._unfinished.absorb()
            told = plain(part.label) not in self._traits.balance_labels
            opened.extend(part if told else structs.replace(part, words=()))

    def _text(self, part: Part) -> None:
        section, now = part.section, self._sections.now
        if section is None and now.kind == "payments" and names_card(part.label):
            self._finish()
            self._sections.end()
        elif section is None and self._traits.is_title(part):
            self._finish()
        elif section is not None and (section == "skip" or not part.is_indented):
            self._finish()
            self._sections.open(part, section)
        elif part.words and part.fits_zone and not part.is_total and not turns_page(part.label):
            previous = self._unfinished.last_line
            if previous is None or not follows(previous, part):
                self._finish()
            self._unfinished.loose.append(part)
        else:
            self._finish()

    def _finish(self) -> None:
        """End the open row; without an amount it was none."""
        row = self._unfinished.ended()
        if row is not None:
            self.table.rows.append(row)


def _is_moved(cell: Cell | None) -> bool:
    return cell is not None and cell.money is not None and bool(cell.money.value)
