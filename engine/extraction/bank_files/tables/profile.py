"""What the cells of each column are, by a sample of the table's rows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.bank_files.tables.cell_words import NOT_MOVED, PENDING, direction_of
from engine.extraction.bank_files.tables.cells import cleaned, kind_of_cell
from engine.extraction.bank_files.tables.grid import Record, is_movement
from engine.extraction.currencies import CODES
from engine.extraction.phrases import plain

_SAMPLE: Final = 400
_ACCOUNT_LIKE: Final = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{8,30}|[\dXx*•. -]{5,34}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0..1) of a column's filled cells, and ``filled``, the share of all rows."""

    filled: float
    date: float
    compact: float
    money: float
    number: float
    text: float
    currency: float
    direction: float
    account: float
    state: float
    distinct: int
    count: int
    minus: float
    longest: int

    @property
    def amounts(self) -> float:
        """Cells that may be amounts."""
        return self.money + self.number + self.compact


def movements_of(records: Sequence[Record], first: int) -> list[Record]:
    """A sample of the rows that move money, cells cleaned: from the start, and some of the rest."""
    rest = len(records) - first
    step = max(1, (rest - _SAMPLE // 2) // (_SAMPLE // 2)) if rest > _SAMPLE else 1
    picked = list(range(first, min(first + _SAMPLE // 2, len(records))))
    picked += list(range(first + _SAMPLE // 2, len(records), step))
    sample = [[cleaned(cell) for cell in records[index]] for index in picked]
    return [record for record in sample if is_movement(record)]


def profiles_of(rows: Sequence[Record], width: int) -> list[Profile]:
    """The profile of each of ``width`` columns over ``rows``."""
    return [_profile([row[j] if j < len(row) else "" for row in rows]) for j in range(width)]


def _profile(cells: Sequence[str]) -> Profile:
    filled = [cell for cell in cells if kind_of_cell(cell) != "empty"]
    signs = [cell for cell in cells if cell in {"+", "-"}]
    if signs and len(signs) == sum(cell != "" for cell in cells):
        filled = signs
    kinds = Counter(map(kind_of_cell, filled))
    count = len(filled) or 1

    def share(number: int) -> float:
        return number / count

    return Profile(
        filled=len(filled) / (len(cells) or 1),
        date=share(kinds["date"]),
        compact=share(kinds["compact"]),
        money=share(kinds["money"]),
        number=share(kinds["number"]),
        text=share(kinds["text"]),
        currency=share(sum(cell.upper() in CODES for cell in filled)),
        direction=share(sum(direction_of(cell) != 0 for cell in filled)),
        account=share(sum(_ACCOUNT_LIKE.fullmatch(cell) is not None for cell in filled)),
        state=share(sum(_is_state(cell) for cell in filled)),
        distinct=len(set(filled)),
        count=len(filled),
        minus=share(sum(cell.startswith(("-", "−", "(")) or cell.endswith("-") for cell in filled)),
        longest=max(map(len, filled), default=0),
    )


def _is_state(cell: str) -> bool:
    words = set(plain(cell).split())
    return bool(words & NOT_MOVED or words & PENDING)
