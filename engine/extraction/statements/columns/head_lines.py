"""Whether a line names columns, and the heads that it names."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import (
    DATE_ROLES,
    MONEY_ROLES,
    Role,
    head_words,
    is_unit,
    may_begin_head,
    role_of,
)
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.sections import section_of
from engine.reading.page import Word

_MOST_TOKENS: Final = 26
_SHORT: Final = 3
"""Words of a cell that goes on with the head above it, at most."""

_DIGIT: Final = re.compile(r"\d")
_SURE: Final = 3
"""Different heads on a line from which it is a header although amounts stand beside it."""


@dataclass(slots=True)
class GrowingHead:
    """A head while lines are added to it."""

    words: list[tuple[float, Word]]
    role: Role | None
    x0: float
    x1: float


def is_heady(line: TypedLine) -> bool:
    """Whether most of a line's words are ones that stand above columns."""
    most = _most_heads(line)
    if not most:
        return False
    if line.has("date") or line.has("money"):
        if most < _SURE or any(map(_states_value, line.cells)):
            return False
        return len({head.role for head in heads_of_line(line)} - {None, "other"}) >= _SURE
    tokens = line.plain.split()
    if not tokens or len(tokens) > _MOST_TOKENS or any(map(_is_number, tokens)):
        return False
    if len(line.cells) == 1 and section_of(line.text) is not None and len(tokens) > 1:
        return False
    if len(line.cells) > 1 and _is_made_of_heads(line):
        return True
    hits = head_words(tokens)
    known = sum(hit.end - hit.start for hit in hits if hit.label != "other")
    return known > 0 and 2 * (known + sum(map(is_unit, tokens))) >= len(tokens)


def goes_on(head: TypedLine, line: TypedLine) -> bool:
    """Whether a line of several cells goes on below ``head``: "in euro" under "amount".

    Its cells stand under those above; where one of them is a head of amounts, most do.
    """
    if len(line.cells) < _SURE or line.has("date") or line.has("money"):
        return False
    under = sum(any(a.x0 < b.x1 and b.x0 < a.x1 for a in head.cells) for b in line.cells)
    if under == len(line.cells):
        return all(
            len(cell.words) <= _SHORT and not _DIGIT.search(cell.text) for cell in line.cells
        )
    has_head = any(_role_of_cell(cell) in MONEY_ROLES | {"balance"} for cell in line.cells)
    return has_head and 2 * under > len(line.cells)


def _most_heads(line: TypedLine) -> int:
    """How many heads the words of a line may begin, at most."""
    cells = [cell for cell in line.cells if cell.date is None and cell.money is None]
    return sum([may_begin_head(word.text) for cell in cells for word in cell.words])


def _states_value(cell: Cell) -> bool:
    """Whether a cell goes on after a name with a colon: "Reference: rent" heads no column."""
    return any(word.text.endswith(":") for word in cell.words[:-1])


def _is_made_of_heads(line: TypedLine) -> bool:
    """Whether at least half of a line's cells, or enough different ones, are heads and no more."""
    roles = [_role_of_cell(cell) for cell in line.cells]
    known = [role for role in roles if role not in {None, "other"}]
    return bool(known) and (2 * len(known) >= len(roles) or len(set(known)) >= _SURE)


def _role_of_cell(cell: Cell) -> Role | None:
    """The role of a cell that says nothing but what its column holds."""
    tokens = plain(cell.text).split()
    known = sum(hit.end - hit.start for hit in head_words(tokens)) + sum(map(is_unit, tokens))
    return role_of(cell.text) if known >= len(tokens) else None


def _is_number(token: str) -> bool:
    return len(token) > 1 and token.isdigit()


def is_units(line: TypedLine) -> bool:
    """Whether a line says nothing but in which currency its columns are."""
    tokens = line.plain.split()
    return bool(tokens) and all(map(is_unit, tokens))


def heads_of_line(line: TypedLine) -> list[GrowingHead]:
    """The heads that one line names: its cells, cut where another column's name begins."""
    heads: list[GrowingHead] = []
    for cell in _own_cells(line):
        for part in _parts(cell):
            text = " ".join(word.text for word in part)
            words = [(line.y0, word) for word in part]
            heads.append(GrowingHead(words, role_of(text), part[0].x0, part[-1].x1))
    return heads


def _own_cells(line: TypedLine) -> Sequence[Cell]:
    """The cells of a line; where figures stand in it, those on the side of most known heads."""
    cuts = [index for index, cell in enumerate(line.cells) if cell.money or cell.date]
    if not cuts:
        return line.cells
    bounds = [-1, *cuts, len(line.cells)]
    sides = [line.cells[a + 1 : b] for a, b in itertools.pairwise(bounds)]
    return max(sides, key=lambda cells: sum(role_of(cell.text) is not None for cell in cells))


def _parts(cell: Cell) -> list[list[Word]]:
    tokens: list[str] = []
    owners: list[int] = []
    for index, word in enumerate(cell.words):
        for token in plain(word.text).split():
            tokens.append(token)
            owners.append(index)
    cuts: list[int] = []
    previous: Role | None = None
    for hit in head_words(tokens):
        if (previous is not None and hit.label != previous) or previous in DATE_ROLES:
            cuts.append(owners[hit.start])
        previous = hit.label
    bounds = [0, *sorted(set(cuts) - {0}), len(cell.words)]
    return [list(cell.words[a:b]) for a, b in itertools.pairwise(bounds)]
