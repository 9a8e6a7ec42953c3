"""The day of rows that print none: that of the statement, said once above the table.

Statements of one day do so, page after page. Nothing on a row bears it out, so such days stay
doubtful; where any table has a column of dates, no row takes its day from elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.columns.headers import Header
from engine.extraction.statements.columns.heads import DATE_ROLES, Role
from engine.extraction.statements.columns.layout import Layout
from engine.extraction.statements.lines.cells import Cell, TypedLine

_STATED: PhraseBook[str] = PhraseBook.of_lists(
    {
        "day": """
            date, statement date, date of statement, as at, as of, dated, on, for the day, day,
            auszugsdatum, kontoauszug vom, auszug vom, datum, vom, per, stand, zum, tagesauszug,
            du, le, arrete au, date d arrete, releve du, al, fecha, fecha del extracto, del dia,
            data, data do extrato, do dia, em, data estratto, del, alla data, datum afschrift,
            afschriftdatum, na dan, stanje na dan, datum izvoda, za dan, dana, dne, ke dni, k dnu,
            datum vypisu, za den, z dnia, na dzien, za dzien, data wyciagu, din data, la data,
            kivonat datuma, napjan, на дан, стање на дан, датум извода, за дан, за, от, на дату,
            за день, на, дата выписки, към, към дата, tarihli, tarihi, gunu, pvm, datums, den,
            den, dato, tarikh, tanggal, per tanggal, ngay, 日付, 日期, 当日
        """
    }
)
_PAIRS: Final[tuple[frozenset[Role], ...]] = (
    frozenset({"debit", "credit"}),
    frozenset({"amount", "balance"}),
)
"""Heads of which a table of a statement's movements has both."""


def stated_days(
    headers: Sequence[Header], panels: Sequence[Sequence[Layout]], lines: Sequence[TypedLine]
) -> list[Cell | None]:
    """For each header the day that stands above it; all None where tables have dates of their own.

    Args:
        headers: the document's headers.
        panels: the layouts of the table below each.
        lines: the lines that are not furniture, in order.
    """
    dated = any(DATE_ROLES.intersection(header.roles) for header in headers)
    if dated or any(layout.dates for own in panels for layout in own):
        return [None] * len(headers)
    return [_day_above(header, own, lines) for header, own in zip(headers, panels, strict=True)]


def _day_above(header: Header, panels: Sequence[Layout], lines: Sequence[TypedLine]) -> Cell | None:
    if not panels or not any(pair.issubset(header.roles) for pair in _PAIRS):
        return None
    page = next((line.page_number for line in lines if line.number >= header.first_line), None)
    above = [x for x in lines if x.page_number == page and x.number < header.first_line]
    days = [cell for line in above for cell in _stated_on(line)]
    return days[-1] if len({(c.date.first, c.date.second) for c in days if c.date}) == 1 else None


def _stated_on(line: TypedLine) -> Iterator[Cell]:
    """The day of a line after a word for it."""
    if line.has("money"):
        return
    dated = [place for place, cell in enumerate(line.cells) if cell.date is not None]
    if len(dated) != 1 or dated[0] == 0:
        return
    day = line.cells[dated[0]]
    label = plain(line.cells[dated[0] - 1].text).split()
    hits = _STATED.find(label)
    if day.date is not None and day.date.year and hits and hits[-1].end == len(label):
        yield day
