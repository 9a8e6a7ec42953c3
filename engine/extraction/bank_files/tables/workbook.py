"""Sheets of Excel workbooks as records of cells: cached values only, nothing is calculated.

A workbook is a zip archive: what it would unpack to, and how large a table its cells span, is known
before the library that reads it is asked.
"""

import datetime as dt
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.cells import cleaned
from engine.extraction.bank_files.tables.grid import (
    MOST_COLUMNS,
    MOST_RECORDS,
    Grid,
    Record,
    is_movement,
)

_MOST_BYTES: Final = 400_000_000
_MOST_CELLS: Final = 20_000_000
_MOST_MEMBERS: Final = 5_000
_CHUNK: Final = 1 << 20
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_PLACE: Final = re.compile(rb"<(?:\w+:)?c\b[^>]{0,80}?\br=\"([A-Z]{1,3})(\d{1,7})\"")
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def workbook_grids(content: bytes) -> list[Grid]:
    """The sheets that have cells, the one with most movements first.

    Raises:
        UnreadableBankFileError: it is no workbook, or unpacks to more than may be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    if not content.startswith((b"PK", b"\xd0\xcf")):
        from engine.extraction.bank_files.tables.markup import markup_grids

        return markup_grids(content)
    if content.startswith(b"PK"):
        _check_archive(content)
    grids = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            grids.append(Grid(list(_records(rows)), sheet=name))
    except UnreadableBankFileError:
        raise
    except (CalamineError, ValueError, OSError, KeyError) as error:
        raise UnreadableBankFileError("it is no workbook that can be opened") from error
    except BaseException as error:
        # The library's own failures are no exceptions to Python.
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableBankFileError("it is no workbook that can be opened") from error
    grids = [grid for grid in grids if grid.records]
    if not grids:
        raise UnreadableBankFileError("its sheets are empty")
    return sorted(grids, key=lambda grid: -sum(map(is_movement, grid.records[:2_000])))


def _records(rows: Sequence[Sequence[object]]) -> Iterator[Record]:
    for number, row in enumerate(rows):
        if number >= MOST_RECORDS:
            raise UnreadableBankFileError(f"it has more than {MOST_RECORDS:,} rows")
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise UnreadableBankFileError(f"it has more than {MOST_COLUMNS} columns")
        yield cells


def _text(value: object) -> str:
    """A cell's value as it would be typed; a number never looks like another one's thousands."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        text = f"{value:.15g}"
        if "e" in text or "n" in text:
            return text
        return f"{text}0" if re.fullmatch(r"-?\d{1,3}\.\d{3}", text) else text
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return cleaned(str(value)) if value is not None else ""


def _check_archive(content: bytes) -> None:
    """Refuse what unpacks to too much, spans too large a table, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS:
                raise UnreadableBankFileError("it has too many parts")
            left = _MOST_BYTES
            for member in members:
                left = _check_member(archive, member, left)
    except UnreadableBankFileError:
        raise
    # A damaged archive makes its reader stumble in more ways than its own errors name.
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError) as error:
        raise UnreadableBankFileError("it is damaged") from error
    except (NotImplementedError, RuntimeError) as error:
        raise UnreadableBankFileError("it is encrypted or packed in an unknown way") from error


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    """Unpack one part piece by piece, keeping none; how many bytes may still follow."""
    is_sheet = _SHEET.fullmatch(member.filename) is not None
    columns = rows = 0
    tail = b""
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise UnreadableBankFileError("it unpacks to more than may be read")
            if not member.filename.lower().endswith((".xml", ".rels")):
                continue
            looked = tail + piece
            if _DECLARED.search(looked):
                raise UnreadableBankFileError("its XML declares a document type")
            if is_sheet:
                for column, row in _PLACE.findall(looked):
                    columns, rows = max(columns, _number(column)), max(rows, int(row))
            tail = piece[-200:]
    if columns * rows > _MOST_CELLS:
        raise UnreadableBankFileError("its cells span a table that is too large")
    return left


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number
