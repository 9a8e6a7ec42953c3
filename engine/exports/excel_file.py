"""An Excel workbook: typed cells, a frozen head with filters, as many sheets as the rows need.

Excel keeps fifteen digits of a number; one with more is written as text, so that no cent is lost.
Text that looks like a formula is marked as text in the cell itself and reads as it was.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain, islice
from typing import Any, Final

import xlsxwriter

from engine.exports.cells import Cell, cell_of, currency_of, is_formula
from engine.exports.table import Column, ExportTable
from engine.presentation import decimals_of

ROWS_PER_SHEET: Final = 1_048_575
"""What a sheet holds beside its line of titles."""

_MOST_CHARACTERS: Final = 32_767
_MOST_DIGITS: Final = 15
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Excel counts a day in February 1900 that there was not; earlier ones are text."""


def excel_bytes(table: ExportTable) -> bytes:
    """The table as a workbook; its notes stand on a sheet of their own."""
    return workbook_bytes([table], table.notes)


def workbook_bytes(tables: Iterable[ExportTable], notes: Iterable[str] = ()) -> bytes:
    """A sheet for each table, whose names must differ, and one for the notes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    looks = _Looks(book)
    for table in tables:
        for number, batch in enumerate(_batches(table.rows), start=1):
            _sheet(book, looks, table, batch, number)
    lines = list(notes)
    if lines:
        sheet = book.add_worksheet("Notes")
        sheet.set_column(0, 0, 90)
        for index, note in enumerate(lines):
            sheet.write_string(index, 0, note[:_MOST_CHARACTERS], looks.of_text(note))
    book.close()
    return buffer.getvalue()


def _batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[Iterator[Mapping[str, Any]]]:
    """The rows of each sheet; one sheet without rows when there are none."""
    left = iter(rows)
    yield islice(left, ROWS_PER_SHEET)
    for first in left:
        yield chain([first], islice(left, ROWS_PER_SHEET - 1))


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def _get(self, key: str, **properties: object) -> Any:
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def head(self) -> Any:
        """Of titles."""
        return self._get("head", bold=True, bottom=1, valign="top", text_wrap=True)

    def of_text(self, value: str) -> Any:
        """Of words; those that look like a formula are held to be text."""
        return self._get("quoted", quote_prefix=True) if is_formula(value) else None

    def of(self, pattern: str) -> Any:
        """Of numbers and dates."""
        return self._get(pattern, num_format=pattern)


def _sheet(
    book: Any, looks: _Looks, table: ExportTable, rows: Iterator[Mapping[str, Any]], number: int
) -> None:
    name = _SHEET_NAME.sub(" ", table.name).strip()[:28] or "Rows"
    sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _width(column))
        sheet.write_string(0, index, _title(column, table.zone), looks.head())
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(rows, start=1):
        for index, column in enumerate(table.columns):
            _write(sheet, looks, last, index, column, row, cell_of(column, row, table.zone))
    if table.columns:
        sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _title(column: Column, zone: dt.tzinfo) -> str:
    """An instant has no zone in Excel, so its title has."""
    return f"{column.title} ({zone})" if column.kind == "instant" else column.title


def _write(
    sheet: Any,
    looks: _Looks,
    row_index: int,
    index: int,
    column: Column,
    row: Mapping[str, Any],
    cell: Cell,
) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row_index, index, cell)
    elif isinstance(cell, int | float | Decimal):
        if _is_too_long(cell):
            sheet.write_string(row_index, index, format(cell, "f"))
            return
        sheet.write_number(row_index, index, cell, looks.of(_pattern(column, row, cell)))
    elif isinstance(cell, dt.date) and _as_day(cell) >= _FIRST_DAY:
        has_time = isinstance(cell, dt.datetime)
        local = cell.replace(tzinfo=None) if isinstance(cell, dt.datetime) else cell
        look = looks.of("yyyy-mm-dd hh:mm:ss" if has_time else "yyyy-mm-dd")
        sheet.write_datetime(row_index, index, local, look)
    else:
        words = (cell if isinstance(cell, str) else str(cell))[:_MOST_CHARACTERS]
        sheet.write_string(row_index, index, words, looks.of_text(words))


def _as_day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _is_too_long(value: int | float | Decimal) -> bool:
    if isinstance(value, float):
        return False
    return len(Decimal(value).normalize().as_tuple().digits) > _MOST_DIGITS


def _pattern(column: Column, row: Mapping[str, Any], value: int | float | Decimal) -> str:
    if column.kind == "share":
        return "0%"
    if column.kind != "money":
        return "General"
    decimals = decimals_of(currency_of(column, row))
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        decimals = max(decimals, -exponent) if isinstance(exponent, int) else decimals
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _width(column: Column) -> int:
    return {"text": 26, "money": 16, "instant": 20, "day": 12}.get(column.kind, 13)
