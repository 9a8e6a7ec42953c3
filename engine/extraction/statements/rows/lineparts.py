"""One line seen through a table's columns: its date, its amounts, and the words that are left."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.column import column_for
from engine.extraction.statements.columns.heads import MONEY_ROLES, Role
from engine.extraction.statements.columns.layout import Layout
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.lines.printed_dates import read_date
from engine.extraction.statements.rows.sections import Section, section_of
from engine.extraction.statements.vocabulary.directions import KIND_WORDS
from engine.reading.page import Word

_INDENT = 0.012
"""Page widths by which a line may begin before its zone."""

_BESIDE_TEXT = 0.05
"""Page widths right of where descriptions begin from which a word is no description."""

_LEAST_FILLING = 4
"""Signs of a row of dots, at least."""

_FIRST_WORDS = 4
"""Words of a line by which its height on the page is told."""

_MARKS = {"CR": "CR", "DR": "DR", "C": "CR", "D": "DR", "DB": "DR", "-": "-", "+": "+"}
_LONGEST_MARK = max(map(len, _MARKS))


class Part(Struct, frozen=True, gc=False):
    """A line, or its share of one panel, by columns.

    ``words`` are the description's; ``notes`` those of columns beside it; ``label`` is all text.
    ``mark`` is a sign that stands alone under the amounts. ``fits_zone`` says that the words stand
    where descriptions do, ``is_indented`` that they begin right of the table's left edge,
    ``is_total`` that it names a figure whose amount stands outside the columns,
    ``is_sentence`` that words stand close on both sides of its amount. ``middle`` and
    ``height`` are those of its first words, in page heights.
    """

    line: TypedLine
    dates: Mapping[Role, Cell]
    money: Mapping[Role, Cell]
    words: tuple[Word, ...]
    notes: Mapping[Role, tuple[Word, ...]]
    label: str
    mark: str | None
    section: Section | None
    fits_zone: bool
    is_indented: bool
    is_date_heading: bool
    is_total: bool
    middle: float
    height: float
    is_sentence: bool

    @property
    def amounts(self) -> bool:
        """Whether it has an amount that is no balance."""
        return not MONEY_ROLES.isdisjoint(self.money)

    def undated(self) -> "Part":
        """The same line as one of a description."""
        return structs.replace(self, dates={}, is_date_heading=False, fits_zone=bool(self.words))


def part_of(line: TypedLine, layout: Layout) -> Part | None:
    """``line`` by the columns of ``layout``; None when nothing of it is in the panel."""
    cells = [cell for cell in line.cells if layout.x0 <= cell.x0 < layout.x1]
    if not cells:
        return None
    dates: dict[Role, Cell] = {}
    money: dict[Role, Cell] = {}
    rest: list[Word] = []
    kind: list[Word] = []
    late: Cell | None = None
    for cell in cells:
        if _place_date(cell, layout, dates) or _place_money(cell, layout, money):
            continue
        if _is_under_date(cell, layout):
            late = late or _date_in_brackets(cell)
            continue
        if cell.is_sign:
            continue
        beside = cell is not cells[0] and cell.x0 > layout.text_x0 + _BESIDE_TEXT
        if beside and plain(cell.text) in KIND_WORDS:
            kind.extend(cell.words)
        else:
            rest.extend(cell.words)
    mark, rest = _lone_mark(rest, layout, bool(money))
    rest = [word for word in rest if not _is_filling(word)]
    notes, free = _notes(rest, layout)
    if kind:
        notes["kind"] = tuple(kind)
    zone = [word for word in free if layout.tells(word)]
    if zone and money and not dates:
        zone = _with_words_under_dates(zone, free, cells[0], layout)
    words = tuple(zone or (free if dates or money else []))
    if late is not None:
        dates.setdefault("value_date", late)
    heading = _date_heading(cells, rest)
    if heading is not None:
        dates.setdefault("date", heading)
    is_all = bool(words) and len(zone) == len(free)
    middle, height = _place_of((words or cells[0].words)[:_FIRST_WORDS])
    return Part(
        line=line,
        dates=dates,
        money=money,
        words=words,
        notes=notes,
        label=" ".join([word.text for word in rest]),
        mark=mark,
        section=None if dates or money else _section(cells),
        fits_zone=is_all and layout.ends(words[-1]),
        is_indented=_is_indented(cells[0], layout),
        is_date_heading=heading is not None,
        is_sentence=any([_is_in_sentence(cell, cells) for cell in money.values()]),
        is_total=not money and line.has("money") and figure_of(line.text) is not None,
        middle=middle,
        height=height,
    )


def _is_indented(first: Cell, layout: Layout) -> bool:
    """Whether ``first`` begins where descriptions do, and not at the left edge of the dates."""
    if not layout.dates or first.x0 <= layout.text_x0 - _INDENT:
        return False
    return abs(first.x0 - min([column.x0 for column in layout.dates])) > _INDENT


def _is_in_sentence(amount: Cell, cells: Sequence[Cell]) -> bool:
    """Whether words stand as close before and after an amount as in a sentence."""
    if amount is cells[0] or amount is cells[-1]:
        return False
    place = next(index for index, cell in enumerate(cells) if cell is amount)
    space = 0.8 * (amount.x1 - amount.x0) / len(amount.text)
    before, after = cells[place - 1], cells[place + 1]
    is_text = not (before.money or before.date or after.money or after.date)
    return is_text and amount.x0 - before.x1 <= space and after.x0 - amount.x1 <= space


def _place_of(words: Sequence[Word]) -> tuple[float, float]:
    """The middle and the height of a line at ``words``."""
    middle = sum([word.y0 + word.y1 for word in words]) / (2 * len(words))
    return middle, max([word.y1 - word.y0 for word in words])


def _place_date(cell: Cell, layout: Layout, dates: dict[Role, Cell]) -> bool:
    column = column_for(layout.dates, cell) if cell.date else None
    if column is None or column.role in dates:
        return False
    dates[column.role] = cell
    return True


def _place_money(cell: Cell, layout: Layout, money: dict[Role, Cell]) -> bool:
    column = column_for(layout.money, cell) if cell.money else None
    if column is None:
        return False
    taken = money.get(column.role)
    if taken is not None and abs(taken.x1 - column.x1) <= abs(cell.x1 - column.x1):
        return False
    money[column.role] = cell
    return True


def _lone_mark(
    words: Sequence[Word], layout: Layout, has_money: bool
) -> tuple[str | None, list[Word]]:
    """A sign among ``words`` that stands under or beside the amounts, and the other words."""
    rest: list[Word] = []
    mark: str | None = None
    for word in words:
        meaning = _MARKS.get(word.text.upper()) if len(word.text) <= _LONGEST_MARK else None
        if (
            meaning
            and (not has_money or word.x0 >= layout.text_x1 - 0.02)
            and any(c.x0 - 0.02 <= word.x0 and word.x1 <= c.x1 + 0.04 for c in layout.money)
        ):
            mark = meaning
        else:
            rest.append(word)
    return mark, rest


def _notes(
    words: Sequence[Word], layout: Layout
) -> tuple[dict[Role, tuple[Word, ...]], list[Word]]:
    notes: dict[Role, tuple[Word, ...]] = {}
    if not layout.texts:
        return notes, list(words)
    free: list[Word] = []
    for word in words:
        column = next((c for c in layout.texts if _within(word, c.x0, c.x1)), None)
        if column is None:
            free.append(word)
        else:
            notes[column.role] = (*notes.get(column.role, ()), word)
    return notes, free


def _is_filling(word: Word) -> bool:
    """Whether a word is a row of dots or dashes that leads the eye to an amount."""
    text = word.text
    return len(text) >= _LEAST_FILLING and not (text[0].isalnum() or any(map(str.isalnum, text)))


def _is_under_date(cell: Cell, layout: Layout) -> bool:
    """Whether a cell stands under a date or beside it: its year, a time of day, a code."""
    if cell.x1 > layout.text_x0 + _INDENT:
        return False
    return any(
        min(cell.x1, column.x1) - max(cell.x0, column.x0) > 0.5 * (cell.x1 - cell.x0)
        for column in layout.dates
    )


def _with_words_under_dates(
    zone: list[Word], free: Sequence[Word], first: Cell, layout: Layout
) -> list[Word]:
    """The description of a line that has no date and begins where others have theirs."""
    is_there = any(abs(first.x0 - column.x0) <= _INDENT for column in layout.dates)
    if not is_there or not any(word is zone[0] for word in first.words):
        return zone
    own = [word for word in free if any(word is other for other in first.words)]
    return [*own, *(word for word in zone if not any(word is other for other in own))]


def _date_in_brackets(cell: Cell) -> Cell | None:
    text = cell.text.strip("()[]")
    date = read_date(text) if text != cell.text else None
    return Cell(cell.words, cell.x0, cell.x1, date) if date is not None else None


def _within(word: Word, x0: float, x1: float) -> bool:
    return min(word.x1, x1) - max(word.x0, x0) > 0.6 * (word.x1 - word.x0)


def _date_heading(cells: Sequence[Cell], rest: Sequence[Word]) -> Cell | None:
    """The date of a line that holds nothing else."""
    if len(cells) == 1 and cells[0].date is not None and not rest:
        return cells[0]
    if len(cells) == 1 and cells[0].date is not None and len(rest) == len(cells[0].words):
        return cells[0]
    return None


def _section(cells: Sequence[Cell]) -> Section | None:
    return section_of(cells[0].text) if len(cells) <= 2 else None
