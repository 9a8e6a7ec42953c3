"""A table as records of cells, from text: the sign that cuts its lines is told by its cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.cells import cleaned, kind_of_cell
from engine.extraction.bank_files.tables.vocabulary import head_role
from engine.extraction.bank_files.text import decoded

Record = list[str]

MOST_COLUMNS: Final = 512
MOST_RECORDS: Final = 1_000_000
_DELIMITERS: Final = (";", "\t", "|", ",", "^", "~")
_NAMED: Final = re.compile(r"\s*\"?sep=(.)\"?\s*\Z", re.IGNORECASE)
_SAMPLE_LINES: Final = 250
_SAMPLE_CHARS: Final = 200_000
_LONGEST_CELL_LINES: Final = 25
"""Lines that one quoted cell may have: more, and its quote was never meant to open one."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Records of cleaned cells. ``encoding`` and ``delimiter`` are None for a workbook's sheet."""

    records: list[Record]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


def grid_of(content: bytes, encoding: str | None = None, delimiter: str | None = None) -> Grid:
    """The records of a text file; ``encoding`` and ``delimiter`` are what a person or plan says.

    Raises:
        UnreadableBankFileError: it has too many columns or records, or a cell is too long.
    """
    found = decoded(content, encoding)
    text = found.text.replace("\x00", "").lstrip("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    first, _, rest = text.partition("\n")
    named = _NAMED.match(first)
    if named is not None:
        text, delimiter = rest, delimiter or named[1]
    sign = delimiter or best_delimiter(text)
    return Grid(_records(text, sign), found.encoding, sign)


def best_delimiter(text: str) -> str:
    """The sign whose cells look most like a table of days and amounts."""
    sample = text[:_SAMPLE_CHARS]
    lines = sample.split("\n")
    head = "\n".join(lines[:_SAMPLE_LINES])
    if len(lines) > _SAMPLE_LINES * 2:
        head += "\n" + "\n".join(lines[-_SAMPLE_LINES // 2 : -1])
    scores = {sign: _score(head, sign) for sign in _DELIMITERS if sign in head}
    if not scores:
        raise UnreadableBankFileError("its lines are not cut into columns")
    return max(scores, key=lambda sign: scores[sign])


def _score(text: str, delimiter: str) -> tuple[float, float, int]:
    """Rows of a day and an amount, names of columns, and how alike the rows are."""
    try:
        records = [[cleaned(cell) for cell in record] for record in _parsed(text, delimiter, True)]
    except csv.Error:
        return (0.0, 0.0, 0)
    records = [record for record in records if any(record)]
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return (0.0, 0.0, 0)
    width, alike = widths.most_common(1)[0]
    rows = sum(is_movement(record) for record in records)
    heads = max(sum(head_role(c) is not None for c in record if c) for record in records[:40])
    return (
        float(rows) * (alike / len(records)),
        float(min(heads, 6)) + alike / len(records),
        width,
    )


def is_movement(record: Sequence[str]) -> bool:
    """Whether a record has a day and an amount in different cells."""
    kinds = [kind_of_cell(cell) for cell in record[:MOST_COLUMNS]]
    days = kinds.count("date") + kinds.count("compact")
    numbers = kinds.count("money") + kinds.count("number")
    if "date" in kinds:
        return numbers + kinds.count("compact") > 0
    return days > 0 and numbers > 0 and "text" in kinds


def _records(text: str, delimiter: str) -> list[Record]:
    try:
        records = _collected(_parsed(text, delimiter, True))
        if any(
            "\n" in cell and cell.count("\n") > _LONGEST_CELL_LINES for r in records for cell in r
        ):
            records = _collected(_parsed(text, delimiter, False))
    except csv.Error:
        try:
            records = _collected(_parsed(text, delimiter, False))
        except csv.Error as error:
            raise UnreadableBankFileError("one of its cells has too many characters") from error
    return records


def _collected(parsed: Iterable[Record]) -> list[Record]:
    records: list[Record] = []
    for record in parsed:
        if len(record) > MOST_COLUMNS:
            raise UnreadableBankFileError(f"it has more than {MOST_COLUMNS} columns")
        records.append(record)
        if len(records) > MOST_RECORDS:
            raise UnreadableBankFileError(f"it has more than {MOST_RECORDS:,} rows")
    return records


def _parsed(text: str, delimiter: str, is_quoted: bool) -> Iterator[Record]:
    escape = "\\" if is_quoted and '\\"' in text and '""' not in text else None
    yield from csv.reader(
        text.split("\n") if not is_quoted else _lines(text),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
        escapechar=escape,
        skipinitialspace=True,
    )


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends, so that a quoted cell keeps its line breaks."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        if end < 0:
            yield text[start:]
            return
        yield text[start : end + 1]
        start = end + 1
