"""Find the lines above tables that name their columns, and read what each column holds.

A header may take several lines ("Transaction" over "Date") and may repeat its columns side by side
(checks in three columns): each such repetition is a panel with rows of its own.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from engine.extraction.statements.lines.cells import Cell, TypedLine, text_cells
from engine.extraction.statements.rows.sections import section_of
from engine.reading.page import Word

_MOST_TOKENS = 26
_SURE = 3
"""Different heads on a line from which it is a header although amounts stand beside it."""

_MOST_LINES = 5
_LINE_PITCH = 1.9
"""Heights from one line's top to the next one's within a header, at most."""

_CHANGEABLE: frozenset[Role | None] = frozenset({None, "amount", "other", *DATE_ROLES})
"""Roles that a word above or below may make more exact."""


_HALF_HEADS = frozenset({"transaction", "booking", "posting", "trans", "tran"})
"""Words that mean one thing alone and another with a word above them."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one column: its text from top to bottom, and its place across the page."""

    text: str
    role: Role | None
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header: its lines (numbers of the document's rows) and its heads, left to right."""

    first_line: int
    last_line: int
    heads: tuple[Head, ...]

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """The heads' roles from left to right."""
        return tuple(head.role for head in self.heads)


@dataclass(slots=True)
class _Growing:
    """A head while lines are added to it."""

    words: list[tuple[float, Word]]
    role: Role | None
    x0: float
    x1: float


def find_headers(lines: Sequence[TypedLine]) -> list[Header]:
    """All table headers of the document, in order."""
    headers: list[Header] = []
    index = 0
    while index < len(lines):
        if not _is_heady(lines[index]):
            index += 1
            continue
        run = _run_from(lines, index)
        header = _best_header(run)
        if header is not None:
            headers.append(header)
        index = (header.last_line if header else run[-1].number) + 1
    return headers


def _run_from(lines: Sequence[TypedLine], start: int) -> list[TypedLine]:
    """Header-like lines that follow each other closely, signs without letters looked through."""
    run = [lines[start]]
    for line in lines[start + 1 : start + 1 + 2 * _MOST_LINES]:
        last = run[-1]
        near = line.y0 - last.y0 <= _LINE_PITCH * max(last.y1 - last.y0, line.y1 - line.y0)
        if line.page_number != last.page_number or not near or len(run) >= 2 * _MOST_LINES:
            break
        if not (_is_heady(line) or _is_units(line) or not line.plain):
            break
        run.append(line)
    return run


def _is_heady(line: TypedLine) -> bool:
    """Whether most of a line's words are ones that stand above columns."""
    most = _most_heads(line)
    if not most:
        return False
    if line.has("date") or line.has("money"):
        if most < _SURE or any(map(_states_value, line.cells)):
            return False
        return len({head.role for head in _heads_of_line(line)} - {None, "other"}) >= _SURE
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


def _is_units(line: TypedLine) -> bool:
    tokens = line.plain.split()
    return bool(tokens) and all(map(is_unit, tokens))


def _best_header(run: Sequence[TypedLine]) -> Header | None:
    """The widest part of ``run`` whose heads make a table of transactions, else None."""
    lines = [line for line in run if line.plain]
    base = max(range(len(lines)), key=lambda i: (_role_count(lines[i]), i))
    first = max(0, base - _MOST_LINES + 1)
    chosen = lines[first : base + _MOST_LINES]
    heads = _titled(_merge(chosen, lines[base]))
    if not _names_transactions([head.role for head in heads]):
        return None
    return Header(chosen[0].number, chosen[-1].number, tuple(heads))


def _role_count(line: TypedLine) -> int:
    return len({grown.role for grown in _heads_of_line(line)} - {None})


def _names_transactions(roles: Sequence[Role | None]) -> bool:
    has_money = bool(MONEY_ROLES.intersection(roles))
    has_date = bool(DATE_ROLES.intersection(roles))
    if not has_date:
        return has_money and "description" in roles and len(set(roles) - {None}) >= 2
    return has_money or "balance" in roles


def _merge(lines: Sequence[TypedLine], base: TypedLine) -> list[Head]:
    heads = _heads_of_line(base)
    for line in lines:
        if line is not base:
            _add_line(heads, line)
    heads = [head for head in heads if head.words]
    heads.sort(key=lambda head: head.x0)
    return [_finished(head) for head in heads]


def _titled(heads: Sequence[Head]) -> list[Head]:
    """The heads where a section's title stands in place of "description".

    One column holds amounts, so that no other can hold payments or credits.
    """
    roles = [head.role for head in heads]
    if "amount" not in roles or "description" in roles or not DATE_ROLES.intersection(roles):
        return list(heads)
    end = next(head.x0 for head in heads if head.role == "amount")
    return [
        replace(head, role="description")
        if head.role in {"debit", "credit"} and head.x1 <= end
        else head
        for head in heads
    ]


def _finished(head: _Growing) -> Head:
    ordered = [word for _, word in sorted(head.words, key=lambda item: (item[0], item[1].x0))]
    text = " ".join(word.text for word in ordered)
    return Head(text, role_of(text) or head.role, head.x0, head.x1)


def _heads_of_line(line: TypedLine) -> list[_Growing]:
    """The heads that one line names: its cells, cut where another column's name begins."""
    heads: list[_Growing] = []
    for cell in _own_cells(line):
        for part in _parts(cell):
            text = " ".join(word.text for word in part)
            words = [(line.y0, word) for word in part]
            heads.append(_Growing(words, role_of(text), part[0].x0, part[-1].x1))
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


def _add_line(heads: list[_Growing], line: TypedLine) -> None:
    """Give each word of ``line`` to the head it stands over or under; others make new heads."""
    loose: list[Word] = []
    known = list(heads)
    for cell in line.cells:
        for word in cell.words:
            owner = _owner(known, word)
            if owner is None:
                loose.append(word)
            elif _may_change(owner) or _completes(owner, line, word):
                owner.words.append((line.y0, word))
                owner.x0, owner.x1 = min(owner.x0, word.x0), max(owner.x1, word.x1)
    for cell in text_cells(loose):
        role = role_of(cell.text)
        if role is not None:
            words = [(line.y0, word) for word in cell.words]
            heads.append(_Growing(words, role, cell.x0, cell.x1))


def _may_change(head: _Growing) -> bool:
    text = plain(" ".join(word.text for _, word in head.words))
    return head.role in _CHANGEABLE or text in _HALF_HEADS


def _completes(head: _Growing, line: TypedLine, word: Word) -> bool:
    """Whether ``word`` above or below makes one phrase with the head ("Data" over "operazione")."""
    own = " ".join(part.text for _, part in head.words)
    above = line.y0 < head.words[0][0]
    tokens = plain(f"{word.text} {own}" if above else f"{own} {word.text}").split()
    hits = head_words(tokens)
    return len(hits) == 1 and hits[0].end - hits[0].start == len(tokens) > 1


def _owner(heads: Sequence[_Growing], word: Word) -> _Growing | None:
    def shared(head: _Growing) -> float:
        return min(head.x1, word.x1) - max(head.x0, word.x0)

    best = max(heads, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def panels_of(header: Header) -> list[tuple[Head, ...]]:
    """The header cut where its columns begin again; one panel when they do not."""
    panels: list[list[Head]] = [[]]
    for head in header.heads:
        roles = [h.role for h in panels[-1]]
        repeats = head.role in roles[:1] and head.role in DATE_ROLES | {"description", "reference"}
        complete = MONEY_ROLES.intersection(roles) or "balance" in roles
        if repeats and complete:
            panels.append([])
        panels[-1].append(head)
    return [tuple(panel) for panel in panels]
