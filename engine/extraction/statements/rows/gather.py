"""Rows of a table: lines gathered into transactions, by their dates, amounts and places.

Nothing is interpreted here beyond what a line is: which figure is the day, whether an amount is
paid or received, is settled afterwards by the whole document.
"""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.labels import Figure
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.announced import Announced
from engine.extraction.statements.rows.growing import OpenRow
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.loose_lines import first_of_next
from engine.extraction.statements.rows.named_lines import figure_on
from engine.extraction.statements.rows.sections import (
    Section,
    ends_section,
    names_card,
    section_of,
    turns_page,
)
from engine.extraction.statements.rows.signed_totals import (
    first_of_sum,
    plain_size,
    signed_total,
)
from engine.extraction.statements.rows.spacing import FARTHEST_WRAP, follows, pitch
from engine.extraction.statements.rows.table import Marker, Table
from engine.extraction.statements.rows.traits import Traits
from engine.reading.page import Word

_BALANCES: frozenset[Figure] = frozenset({"opening", "closing", "dated", "carried", "limit"})

_SIDES: tuple[Role, Role] = ("debit", "credit")

_HEADING_REACH = 6
"""Lines from a heading above a table to the table's first line, at most, its header included."""


class RowReader:
    """Walks through a document's tables, line by line, and gathers ``table``.

    Rows may run on from one region to the next, over page breaks and repeated headers.
    """

    def __init__(self, traits: Traits) -> None:
        self.table = Table()
        self._traits = traits
        self._open: OpenRow | None = None
        self._loose: list[Part] = []
        self._section: Section | None = None
        self._title = ""
        self._heading: tuple[int, Section, str] | None = None
        self._opened: tuple[int, Section | None, str] = (-1, None, "")
        self._group: Cell | None = None
        self._day: Cell | None = None
        self._carried: Decimal | None = None
        self._announced: Announced | None = None
        self._starts: set[int] = set()

    def read(self, panels: Sequence[Sequence[Part]], *, new_columns: bool) -> None:
        """Read the parts of one region's lines, panel after panel.

        ``new_columns``: no row can run on into it.
        """
        if new_columns or len(panels) > 1:
            self._finish()
        self._settle_heading([parts[0].line.number for parts in panels if parts])
        self._starts.add(len(self.table.rows) + (self._open is not None))
        first = self._section, self._title
        last = -1, *first
        for parts in panels:
            if len(panels) > 1:
                self._finish()
                self._section, self._title = first
            for part in parts:
                self._take(part)
            last = max(last, self._opened, key=lambda opened: opened[0])
        if len(panels) > 1:
            _, self._section, self._title = last

    def begin_day(self, day: Cell) -> None:
        """Let the rows from here on be of ``day``, which stands above their table."""
        self._finish()
        self._group = day
        self.table.has_stated_days = True

    def _settle_heading(self, firsts: Sequence[int]) -> None:
        """Let the heading above a table count; ``firsts`` are its panels' first lines."""
        if self._heading is not None:
            if firsts and min(firsts) - self._heading[0] <= _HEADING_REACH:
                self._section, self._title = self._heading[1:]
            self._heading = None

    def pass_by(self, line: TypedLine) -> None:
        """A line outside any table: it may be a heading that opens a section.

        What a heading says to leave out ends with figures of its own above the next table.
        """
        section = section_of(line.text) if len(line.cells) == 1 and line.x0 < 0.4 else None
        if section is not None:
            self._finish()
            self._heading = line.number, section, line.text
        elif self._heading is not None and self._heading[1] == "skip" and line.has("money"):
            self._heading = None

    def close(self) -> Table:
        """End the last row; the table is complete."""
        self._settle_announced()
        self._finish()
        return self.table

    def _take(self, part: Part) -> None:
        part = self._with_own_date(part)
        if self._is_second_date(part):
            self._second_date(part)
            return
        day = self._traits.day_above(part)
        if day is not None:
            self._finish()
            self._day = self._group = day
            self.table.day_lines.add(part.line.number)
            return
        is_total = self._is_signed_total(part)
        figure = figure_on(part)
        if figure is not None:
            self._settle_announced()
            if self._carries_over(part, figure):
                self._absorb_loose()
            else:
                self._finish()
            self._mark(part, figure)
            self._group = part.dates.get("date", self._group)
            self._announced = Announced.on(part, len(self.table.rows))
            if figure not in _BALANCES and ends_section(part.label, self._section):
                self._section = None
            if self._may_be_row(part, figure):
                self._anchor(part)
                if self._open is not None:
                    self._open.is_doubtful = True
        elif is_total:
            self._group = None
        elif part.is_date_heading:
            self._finish()
            self._group = next(iter(part.dates.values()))
        elif self._is_anchor(part):
            self._anchor(part)
        elif part.mark is not None and self._open is not None:
            self._open.late_mark = part.mark
        elif part.money:
            self._lone_balance(part)
        else:
            self._text(part)

    def _is_signed_total(self, part: Part) -> bool:
        """Whether the line is the total, with a minus, of the plain rows that end above it.

        They go its way.
        """
        total, opened = signed_total(part), self._open
        if total is None or (opened is not None and not opened.is_complete):
            return False
        own = [plain_size(opened.money, opened.late_mark, opened.section)] if opened else []
        above = (
            plain_size(row.money, row.late_mark, row.section) for row in reversed(self.table.rows)
        )
        count = len(self.table.rows) + len(own)
        first = first_of_sum(total, itertools.chain(own, above), count, self._starts)
        if first is None:
            return False
        self._finish()
        rows = self.table.rows
        rows[first:] = [structs.replace(row, section="payments") for row in rows[first:]]
        return True

    def _with_own_date(self, part: Part) -> Part:
        """The part with its only date as the main one where every row has a date of its own.

        Where days are announced with a label, one without any is a word of a description.
        """
        if part.is_date_heading and self._traits.day_labels:
            return part.undated()
        other = part.dates.get("post_date")
        if self._traits.has_dates_once or other is None or "date" in part.dates:
            return part
        return structs.replace(part, dates={**part.dates, "date": other})

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

    def _carries_over(self, part: Part, figure: Figure) -> bool:
        """Whether the line is one of the two that carry a sum to the next page.

        A row may go on after them.
        """
        value = next((cell.money.value for cell in part.money.values() if cell.money), None)
        carried, self._carried = self._carried, value if figure == "carried" else None
        return figure == "carried" or (
            figure == "opening" and carried is not None and value == carried
        )

    def _is_anchor(self, part: Part) -> bool:
        """Whether a row begins or is completed here."""
        if "date" in part.dates:
            return part.amounts or bool(part.words)
        if not part.amounts or self._completes(part):
            return part.amounts
        if all(_is_moved(part.money.get(side)) for side in _SIDES):
            return False
        told = any(map(str.isalpha, part.label)) if self.table.has_stated_days else part.words
        return bool(told) and self._group is not None and not part.is_sentence

    def _completes(self, part: Part) -> bool:
        """Whether an undated line with an amount ends a row that has its date but no amount."""
        opened, last = self._open, self._last_line()
        if opened is None or last is None or opened.is_complete:
            return False
        same_page = opened.first.line.page_number == part.line.page_number
        return (same_page or self._traits.habit == "last") and follows(last, part)

    def _is_second_date(self, part: Part) -> bool:
        """Whether the line's date stands under the one of the open row."""
        opened, last = self._open, self._last_line()
        return (
            self._traits.has_dates_below
            and "date" in part.dates
            and not part.money
            and opened is not None
            and last is not None
            and opened.is_complete
            and opened.group is None
            and not opened.has_second_date
            and follows(last, part)
        )

    def _second_date(self, part: Part) -> None:
        if self._open is not None:
            self._open.has_second_date = True
            self._open.dates["value_date"] = part.dates["date"]
            if part.words:
                self._loose.append(part.undated())
            else:
                self._absorb_loose()
                self._open.last = part

    def _anchor(self, part: Part) -> None:
        """A line with a date or an amount of its own: a new row, or the rest of an open one."""
        if "date" not in part.dates and self._completes(part) and self._open is not None:
            self._absorb_loose()
            self._open.extend(part)
            return
        before = self._split_loose(part)
        self._finish()
        if self._section == "skip":
            return
        dates = self._dates_of(part)
        if "date" in dates:
            self._group = dates["date"]
        self._open = OpenRow(
            first=part,
            last=part,
            dates=dates,
            money=dict(part.money),
            texts=[*(words for _, words in before), *([part.words] if part.words else [])],
            notes=dict(part.notes),
            section=self._section,
            title=self._title if self._section else "",
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
        opened = self._open
        if opened is None or "balance" not in part.money or "balance" in opened.money:
            self._split_loose(part)
            return
        last = self._last_line()
        if last is not None and pitch(last, part) <= FARTHEST_WRAP:
            self._absorb_loose()
            told = plain(part.label) not in self._traits.balance_labels
            opened.extend(part if told else structs.replace(part, words=()))

    def _text(self, part: Part) -> None:
        section = part.section
        if section is None and self._section == "payments" and names_card(part.label):
            self._finish()
            self._section = None
        elif section is None and self._traits.is_title(part):
            self._finish()
        elif section is not None and (section == "skip" or not part.is_indented):
            self._finish()
            self._section, self._title = section, part.label
            self._opened = part.line.number, section, part.label
        elif part.words and part.fits_zone and not part.is_total and not turns_page(part.label):
            previous = self._last_line()
            if previous is None or not follows(previous, part):
                self._finish()
            self._loose.append(part)
        else:
            self._finish()

    def _last_line(self) -> Part | None:
        if self._loose:
            return self._loose[-1]
        return self._open.last if self._open is not None else None

    def _mark(self, part: Part, figure: Figure) -> None:
        for role, cell in part.money.items():
            if cell.money is not None and role not in {"foreign", "other"}:
                marker = Marker(
                    figure, cell, role, len(self.table.rows),
                    part.line.number, part.line.page_number, part.label,
                )  # fmt: skip
                self.table.markers.append(marker)

    def _absorb_loose(self) -> None:
        if self._open is not None:
            for part in self._loose:
                self._open.extend(part)
        self._loose.clear()

    def _split_loose(self, anchor: Part) -> list[tuple[int, tuple[Word, ...]]]:
        """Give the lines since the open row to it, or to the row that begins at ``anchor``.

        The latter are returned with their numbers.
        """
        if not self._loose:
            return []
        last = self._open.last if self._open is not None else None
        return self._take_from(first_of_next(self._loose, last, anchor, self._traits.habit))

    def _take_from(self, first: int) -> list[tuple[int, tuple[Word, ...]]]:
        """The loose lines from ``first`` on; those before it are the open row's."""
        before = [(part.line.number, part.words) for part in self._loose[first:]]
        del self._loose[first:]
        self._absorb_loose()
        return before

    def _finish(self) -> None:
        """End the open row; without an amount it was none."""
        self._absorb_loose()
        opened, self._open = self._open, None
        if opened is None or not opened.is_complete:
            return
        self.table.rows.append(opened.row)


def _is_moved(cell: Cell | None) -> bool:
    return cell is not None and cell.money is not None and bool(cell.money.value)
