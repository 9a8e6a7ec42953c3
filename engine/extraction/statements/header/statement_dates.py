"""The statement's own dates: when it was made or closed, and those beside its balances."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.period_pairs import Day
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.lines.printed_dates import PrintedDate

_ENDS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "end": """
            statement date, closing date, statement closing date, as at, as of, date of statement,
            statement ending, statement end date, bill date, statement as of, ending date, end date,
            period ending, period ended, period end, month ending, month ended, quarter ended,
            auszugsdatum, datum, per, stand, date d arrete, arrete au, arrete du, fecha de corte,
            fecha corte, fecha de cierre, cierre actual, data de fechamento, data do extrato,
            data estratto,
            tarikh penyata, data wyciagu, kapanis tarihi, hesap kesim tarihi, ekstre tarihi,
            datum vypisu, дата выписки, statement printed on, cut off date, afschriftdatum
        """
    }
)
_NEXT: Final = frozenset({"next", "due", "payment", "nachste", "proxima", "prochaine"})
_YEAR: Final = re.compile(r"(?<![\d./-])(20[0-4]\d|199\d)(?![\d./-])")


def dates_outside(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[PrintedDate]:
    """The statement's own dates with a year; where none is labelled, all outside the rows.

    Days by which something is to be paid or will happen next are left out.
    """
    labelled = [day.date for day in labelled_ends(lines, row_lines) if day.date.year]
    if labelled:
        return labelled
    return [
        cell.date
        for line in lines
        if line.number not in row_lines and not _NEXT.intersection(line.plain.split())
        for cell in line.cells
        if cell.date is not None and cell.date.year
    ]


def year_of(lines: Sequence[TypedLine]) -> int | None:
    """A year printed by itself on the first page."""
    first = lines[0].page_number if lines else 0
    for line in lines:
        if line.page_number == first:
            found = _YEAR.search(line.text)
            if found and not line.has("money"):
                return int(found[1])
    return None


def labelled_ends(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Iterator[Day]:
    """Dates right of or below a label such as "statement date"."""
    for index, line in enumerate(lines):
        if line.number in row_lines:
            continue
        for position, cell in enumerate(line.cells):
            if cell.date is not None or not _ends_with_label(cell):
                continue
            beside = next((c for c in line.cells[position + 1 : position + 3] if c.date), None)
            if beside is not None and beside.date is not None:
                yield Day(beside.date, beside.words, line)
            else:
                yield from _below(cell, lines[index + 1 : index + 4])


def _ends_with_label(cell: Cell) -> bool:
    tokens = plain(cell.text).split()
    hits = _ENDS.find(tokens)
    if not hits or _NEXT.intersection(tokens[-4:]):
        return False
    return hits[-1].end >= len(tokens) - 1 and len(tokens) <= 12


def _below(label: Cell, lines: Sequence[TypedLine]) -> Iterator[Day]:
    for line in lines:
        for cell in line.cells:
            if cell.date is not None and cell.x0 < label.x1 and label.x0 < cell.x1:
                yield Day(cell.date, cell.words, line)
                return


def beside_figure(
    lines: Sequence[TypedLine], figure: str, row_lines: frozenset[int]
) -> Iterator[Day]:
    """Dates with a year on lines that name a balance."""
    for line in lines:
        if line.number in row_lines or len(line.cells) > 8:
            continue
        if any(hit.label == figure for hit in figures_in(line.text)):
            for cell in line.cells:
                if cell.date is not None and cell.date.year:
                    yield Day(cell.date, cell.words, line)
