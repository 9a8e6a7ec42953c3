"""Where the table is within the records: the row that names its columns, and the rows under it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.cells import cleaned, is_empty, kind_of_cell
from engine.extraction.bank_files.tables.grid import Record, is_movement
from engine.extraction.bank_files.tables.vocabulary import head_role

_LOOKED_AT: Final = 600
_ABOVE: Final = 12
_FEWEST_HEADS: Final = 2
_FEWEST_HEADS_ALONE: Final = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Record numbers are 0-based; ``header`` is None where no record names the columns.

    ``first`` is the first record after the header, or the first movement without one; ``heads``
    are the names as written, one a column.
    """

    header: int | None
    first: int
    heads: tuple[str, ...]


def layout_of(records: Sequence[Record]) -> Layout:
    """The table's place.

    Raises:
        UnreadableBankFileError: there is no table of days and amounts, not even an empty one.
    """
    looked = [[cleaned(cell) for cell in record] for record in records[:_LOOKED_AT]]
    movements = [index for index, record in enumerate(looked) if is_movement(record)]
    if not movements:
        return _without_movements(looked)
    width = Counter(len(_trimmed(looked[index])) for index in movements).most_common(1)[0][0]
    place = Counter(_first_day(looked[index]) for index in movements).most_common(1)[0][0]
    alike = [
        i
        for i in movements
        if abs(len(_trimmed(looked[i])) - width) <= max(2, width // 3)
        and _first_day(looked[i]) == place
    ]
    first = alike[0] if alike else movements[0]
    header = _header_above(looked, first)
    if header is not None:
        return Layout(header, header + 1, tuple(looked[header]))
    return Layout(None, first, tuple("" for _ in range(max(map(len, looked[first : first + 50])))))


def layout_with(records: Sequence[Record], heads: Sequence[str], row: int | None) -> Layout | None:
    """The table under the record that reads ``heads``, else under the one numbered ``row``."""
    wanted = [head.strip() for head in heads]
    if not any(wanted):
        return None
    for index, record in enumerate(records[:_LOOKED_AT]):
        if [cleaned(cell) for cell in record] == wanted:
            return Layout(index, index + 1, tuple(wanted))
    if row is not None and row <= len(records):
        told = tuple(cleaned(cell) for cell in records[row - 1])
        return Layout(row - 1, row, told)
    return None


def _first_day(record: Sequence[str]) -> int:
    kinds = [kind_of_cell(cell) for cell in record]
    for wanted in ("date", "compact"):
        if wanted in kinds:
            return kinds.index(wanted)
    return -1


def _without_movements(looked: Sequence[Record]) -> Layout:
    """An export of a time without movements has the names of its columns alone."""
    for index, record in enumerate(looked[:60]):
        roles = {head_role(cell) for cell in record if cell} - {None, "other"}
        has_money = roles & {"amount", "debit", "credit", "balance"}
        if len(roles) >= _FEWEST_HEADS_ALONE and roles & {"date", "value_date"} and has_money:
            if any(_has_amount(below, len(record)) for below in looked[index + 1 :]):
                raise UnreadableBankFileError("its rows have amounts, but no whole dates")
            return Layout(index, index + 1, tuple(record))
    raise UnreadableBankFileError("no dates with amounts were found in its columns")


def _has_amount(record: Sequence[str], width: int) -> bool:
    """Whether a record is filled like a row and has an amount."""
    filled = [cell for cell in record if not is_empty(cell)]
    return len(filled) * 2 > width > 3 and any(kind_of_cell(cell) == "money" for cell in filled)


def _header_above(looked: Sequence[Record], first: int) -> int | None:
    """The record above the first movement that reads most like names of columns."""
    best: tuple[float, int] | None = None
    width = len(_trimmed(looked[first]))
    for index in range(first - 1, max(-1, first - _ABOVE - 1), -1):
        record = _trimmed(looked[index])
        if not record or is_movement(record):
            continue
        score = _header_score(record, width)
        if score > 0 and (best is None or score > best[0]):
            best = (score, index)
    return best[1] if best else None


def _header_score(record: Sequence[str], width: int) -> float:
    filled = [cell for cell in record if not is_empty(cell)]
    kinds = Counter(map(kind_of_cell, filled))
    if kinds["date"] or kinds["money"] or kinds["compact"] or len(filled) < _FEWEST_HEADS:
        return 0.0
    roles = [head_role(cell) for cell in filled]
    known = sum(role is not None for role in roles)
    distinct = len(set(filled)) == len(filled)
    is_wide = len(record) >= max(2, width - 2)
    if known < _FEWEST_HEADS and not (is_wide and distinct and kinds["number"] == 0):
        return 0.0
    return known + 2.0 * is_wide + len(filled) / max(width, 1)


def _trimmed(record: Sequence[str]) -> list[str]:
    cells = list(record)
    while cells and not cells[-1]:
        cells.pop()
    return cells
