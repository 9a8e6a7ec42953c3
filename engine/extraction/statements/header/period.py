"""The statement's period and its other dates, as printed outside the tables."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.dating import Span
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.lines.printed_dates import PrintedDate, read_date

_BETWEEN = frozenset(
    {"", "to", "through", "thru", "until", "till", "and", "bis", "au", "al", "a", "ao", "ate", "do"}
    | {"до", "по", "tot", "t m", "til", "tom", "do dnia", "ate o dia", "bis zum", "to date", "e"}
    | {"sampai", "hingga", "s d", "den", "εως", "ja", "ile", "ig", "pana la", "iki", "lidz", "至"}
)
"""What may stand between the two days of a period."""

_LABELS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "period": """
            period, statement period, statement from, statement dates, statement cycle, from,
            statement, opening closing date, billing period, billing cycle, covering, for, zeitraum,
            vom, auszug vom, kontoauszug, periode, periode du, du, extracto del, extracto, del,
            desde, periodo, periodo de, periodo del, dal, dal periodo, estratto conto, extrato de,
            de, za okres, okres, od, wyciag za okres, perioden, fra, fran, kausi, donem, obdobi,
            idoszak, perioada, период, за период, с, περιοδος, periode laporan, tempoh, van, uit
        """,
        "end": """
            statement date, closing date, statement closing date, as at, as of, date of statement,
            statement ending, statement end date, bill date, statement as of, ending date, end date,
            auszugsdatum, datum, per, stand, date d arrete, arrete au, arrete du, fecha de corte,
            fecha corte, fecha de cierre, data de fechamento, data do extrato, data estratto,
            tarikh penyata, data wyciagu, kapanis tarihi, hesap kesim tarihi, ekstre tarihi,
            datum vypisu, дата выписки, statement printed on, cut off date, afschriftdatum
        """,
    }
)
_STARTS = frozenset(
    {"from", "period start", "start date", "period from", "von", "vom", "du", "desde", "dal", "de"}
    | {"od", "с", "statement from", "first day", "van", "fra", "fran", "fecha inicial", "inizio"}
)
_ENDS = frozenset(
    {"to", "period end", "end date", "period to", "bis", "au", "hasta", "al", "a", "ate", "do"}
    | {"по", "statement to", "last day", "tot", "til", "till", "fecha final", "fine", "through"}
)
_NEXT = frozenset({"next", "due", "payment", "nachste", "proxima", "prochaine"})
_JOINED = re.compile(r"(\S{6,12})[-–~〜～](\S{6,12})\Z")
_YEAR = re.compile(r"(?<![\d./-])(20[0-4]\d|199\d)(?![\d./-])")


def span_of(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Span:
    """The period: two dates joined by a word for "to", best with a label before them.

    Without such a pair the statement's own date is its end, and dates beside the opening and the
    closing balance bound it.
    """
    found = [*_pairs(lines, row_lines), *_labelled_pairs(lines, row_lines)]
    candidates = sorted(found, key=lambda pair: -pair[0])
    if candidates:
        return Span(*candidates[0][1])
    start = next(_beside_figure(lines, "opening", row_lines), None)
    end = next(_beside_figure(lines, "closing", row_lines), None)
    return Span(start if end else None, end or next(_labelled_ends(lines, row_lines), None))


def dates_outside(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[PrintedDate]:
    """The statement's own dates with a year; where none is labelled, all outside the rows.

    Days by which something is to be paid or will happen next are left out.
    """
    labelled = [date for date in _labelled_ends(lines, row_lines) if date.year]
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


def _pairs(
    lines: Sequence[TypedLine], row_lines: frozenset[int]
) -> Iterable[tuple[int, tuple[PrintedDate, PrintedDate]]]:
    """Pairs of dates that may be the period, with how much speaks for them."""
    for index, line in enumerate(lines):
        if line.number in row_lines:
            continue
        pair = _pair_on(line)
        if pair is None or not (pair[0].year or pair[1].year):
            continue
        above = lines[index - 1].text if index else ""
        score = 4 if _has_label(line.text, "period") else 0
        score += 2 if _has_label(above, "period") else 0
        score += 1 if line.page_number == lines[0].page_number else 0
        score -= 4 if _NEXT.intersection(line.plain.split()) else 0
        score -= 3 if len(line.plain.split()) > 24 else 0
        if score > 0:
            yield score, pair


def _labelled_pairs(
    lines: Sequence[TypedLine], row_lines: frozenset[int]
) -> Iterable[tuple[int, tuple[PrintedDate, PrintedDate]]]:
    """A first and a last day on lines of their own, each with its label."""
    for index, line in enumerate(lines):
        start = _after(line, _STARTS) if line.number not in row_lines else None
        if start is None:
            continue
        for below in lines[index : index + 3]:
            end = _after(below, _ENDS)
            if end is not None and (start.year or end.year):
                yield 5, (start, end)


def _after(line: TypedLine, labels: frozenset[str]) -> PrintedDate | None:
    for label, cell in pairwise(line.cells):
        if cell.date is not None and plain(label.text) in labels:
            return cell.date
    return None


def _pair_on(line: TypedLine) -> tuple[PrintedDate, PrintedDate] | None:
    dated = [index for index, cell in enumerate(line.cells) if cell.date and not cell.money]
    for first, second in itertools.pairwise(dated):
        between = plain(" ".join(cell.text for cell in line.cells[first + 1 : second]))
        joined = second > first + 1 or _has_label(line.text, "period")
        if between in _BETWEEN and joined:
            return _both(line.cells[first], line.cells[second])
    for cell in line.cells:
        for word in cell.words:
            found = _JOINED.match(word.text)
            start, end = (read_date(found[1]), read_date(found[2])) if found else (None, None)
            if start and end:
                return start, end
    return None


def _both(first: Cell, second: Cell) -> tuple[PrintedDate, PrintedDate] | None:
    if first.date is None or second.date is None:
        return None
    return first.date, second.date


def _has_label(text: str, label: str) -> bool:
    return label in _LABELS.labels(text)


def _labelled_ends(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Iterator[PrintedDate]:
    """Dates right of or below a label such as "statement date"."""
    for index, line in enumerate(lines):
        if line.number in row_lines:
            continue
        for position, cell in enumerate(line.cells):
            if cell.date is not None or not _ends_with_label(cell):
                continue
            beside = next((c.date for c in line.cells[position + 1 : position + 3] if c.date), None)
            found = beside or _below(cell, lines[index + 1 : index + 4])
            if found is not None:
                yield found


def _ends_with_label(cell: Cell) -> bool:
    tokens = plain(cell.text).split()
    hits = [hit for hit in _LABELS.find(tokens) if hit.label == "end"]
    if not hits or _NEXT.intersection(tokens[-4:]):
        return False
    return hits[-1].end >= len(tokens) - 1 and len(tokens) <= 12


def _below(label: Cell, lines: Sequence[TypedLine]) -> PrintedDate | None:
    for line in lines:
        for cell in line.cells:
            if cell.date is not None and cell.x0 < label.x1 and label.x0 < cell.x1:
                return cell.date
    return None


def _beside_figure(
    lines: Sequence[TypedLine], figure: str, row_lines: frozenset[int]
) -> Iterator[PrintedDate]:
    for line in lines:
        if line.number in row_lines or len(line.cells) > 8:
            continue
        if any(hit.label == figure for hit in figures_in(line.text)):
            yield from (cell.date for cell in line.cells if cell.date and cell.date.year)
