"""Tables that call themselves workbooks and are markup: HTML, and the XML of Excel 2003.

Banks save such files as ``.xls``. The parsers fetch nothing and expand nothing.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree, html

from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.cells import cleaned
from engine.extraction.bank_files.tables.grid import (
    MOST_COLUMNS,
    MOST_RECORDS,
    Grid,
    Record,
    is_movement,
)
from engine.extraction.bank_files.text import decoded

_SPREADSHEET: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"


def markup_grids(content: bytes) -> list[Grid]:
    """The sheets of ``content``, the one with most movements first; a page of the web is one sheet.

    Raises:
        UnreadableBankFileError: it has none, or one that is too wide or too long.
    """
    if b"urn:schemas-microsoft-com:office:spreadsheet" in content[:4000]:
        tables = _sheets(content)
    else:
        tables = _html_tables(content)
    grids = [Grid(records, sheet=name) for name, records in tables if records]
    if not grids:
        raise UnreadableBankFileError("it has no table")
    return sorted(grids, key=lambda grid: -sum(map(is_movement, grid.records[:2_000])))


def _html_tables(content: bytes) -> Iterator[tuple[str, list[Record]]]:
    text = decoded(content).text.replace("\x00", "")
    # What the file declares speaks of its bytes; the text is decoded already.
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, encoding="utf-8"
    )
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, ValueError) as error:
        raise UnreadableBankFileError("it has no table") from error
    records: list[Record] = []
    for table in root.iter("table"):
        # One that holds others only arranges them.
        if sum(1 for _ in table.iter("table")) == 1:
            records += _html_records(table)
    yield "page", _checked(records)


def _html_records(table: etree._Element) -> Iterator[Record]:
    for row in table.iter("tr"):
        record: Record = []
        for cell in row:
            if cell.tag in {"td", "th"}:
                record.append(cleaned(" ".join("".join(cell.itertext()).split())))
                span = str(cell.get("colspan") or "1")
                extra = int(span) - 1 if span.isdecimal() and len(span) < 4 else 0
                record += [""] * min(extra, MOST_COLUMNS)
        yield record


def _sheets(content: bytes) -> Iterator[tuple[str, list[Record]]]:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableBankFileError("it breaks off, or is no well-formed XML") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableBankFileError("its XML declares a document type")
    for sheet in root.iter(f"{_SPREADSHEET}Worksheet"):
        name = str(sheet.get(f"{_SPREADSHEET}Name") or "")
        rows = (_sheet_record(row) for row in sheet.iter(f"{_SPREADSHEET}Row"))
        yield name, _checked(list(rows))


def _sheet_record(row: etree._Element) -> Record:
    record: Record = []
    for cell in row.iter(f"{_SPREADSHEET}Cell"):
        place = str(cell.get(f"{_SPREADSHEET}Index") or "")
        if place.isdecimal() and len(place) < 4:
            record += [""] * (int(place) - 1 - len(record))
        data = cell.find(f"{_SPREADSHEET}Data")
        text = "" if data is None else "".join(data.itertext())
        if data is not None and data.get(f"{_SPREADSHEET}Type") == "DateTime":
            text = text.partition("T")[0]
        record.append(cleaned(" ".join(text.split())))
    return record


def _checked(records: list[Record]) -> list[Record]:
    if len(records) > MOST_RECORDS:
        raise UnreadableBankFileError(f"it has more than {MOST_RECORDS:,} rows")
    if any(len(record) > MOST_COLUMNS for record in records):
        raise UnreadableBankFileError(f"it has more than {MOST_COLUMNS} columns")
    return [record for record in records if any(record)]
