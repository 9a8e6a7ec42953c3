"""Find the lines above tables that name their columns, and read what each column holds.

A header may take several lines ("Transaction" over "Date") and may repeat its columns side by side
(checks in three columns): each such repetition is a panel with rows of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.head_lines import (
    GrowingHead,
    goes_on,
    heads_of_line,
    is_heady,
    is_units,
)
from engine.extraction.statements.columns.heads import (
    DATE_ROLES,
    MONEY_ROLES,
    Role,
    head_words,
    role_of,
)
from engine.extraction.statements.columns.loan_heads import roles_with_payments
from engine.extraction.statements.lines.cells import TypedLine, text_cells
from engine.reading.page import Word

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


def find_headers(lines: Sequence[TypedLine]) -> list[Header]:
    """All table headers of the document, in order."""
    headers: list[Header] = []
    index = 0
    while index < len(lines):
        if not is_heady(lines[index]):
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
        if not (is_heady(line) or is_units(line) or not line.plain or goes_on(last, line)):
            break
        run.append(line)
    return run


def _best_header(run: Sequence[TypedLine]) -> Header | None:
    """The widest part of ``run`` whose heads make a table of transactions, else None."""
    lines = [line for line in run if line.plain]
    base = max(range(len(lines)), key=lambda i: (_role_count(lines[i]), i))
    first = max(0, base - _MOST_LINES + 1)
    chosen = lines[first : base + _MOST_LINES]
    heads = _titled(_with_payments(_merge(chosen, lines[base])))
    if not _names_transactions([head.role for head in heads]):
        return None
    return Header(chosen[0].number, chosen[-1].number, tuple(heads))


def _role_count(line: TypedLine) -> int:
    return len({grown.role for grown in heads_of_line(line)} - {None})


def _names_transactions(roles: Sequence[Role | None]) -> bool:
    has_money = bool(MONEY_ROLES.intersection(roles))
    has_date = bool(DATE_ROLES.intersection(roles))
    if not has_date:
        return has_money and "description" in roles and len(set(roles) - {None}) >= 2
    return has_money or "balance" in roles


def _merge(lines: Sequence[TypedLine], base: TypedLine) -> list[Head]:
    heads = heads_of_line(base)
    for line in lines:
        if line is not base:
            _add_line(heads, line)
    heads = [head for head in heads if head.words]
    heads.sort(key=lambda head: head.x0)
    return [_finished(head) for head in heads]


def _with_payments(heads: Sequence[Head]) -> list[Head]:
    roles = roles_with_payments([head.text for head in heads], [head.role for head in heads])
    return [replace(head, role=role) for head, role in zip(heads, roles, strict=True)]


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


def _finished(head: GrowingHead) -> Head:
    ordered = [word for _, word in sorted(head.words, key=lambda item: (item[0], item[1].x0))]
    text = " ".join(word.text for word in ordered)
    return Head(text, role_of(text) or head.role, head.x0, head.x1)


def _add_line(heads: list[GrowingHead], line: TypedLine) -> None:
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
    for cell in text_cells(loose) if loose else ():
        role = role_of(cell.text)
        if role is not None:
            words = [(line.y0, word) for word in cell.words]
            heads.append(GrowingHead(words, role, cell.x0, cell.x1))


def _may_change(head: GrowingHead) -> bool:
    text = plain(" ".join(word.text for _, word in head.words))
    return head.role in _CHANGEABLE or text in _HALF_HEADS


def _completes(head: GrowingHead, line: TypedLine, word: Word) -> bool:
    """Whether ``word`` above or below makes one phrase with the head ("Data" over "operazione")."""
    own = " ".join(part.text for _, part in head.words)
    above = line.y0 < head.words[0][0]
    tokens = plain(f"{word.text} {own}" if above else f"{own} {word.text}").split()
    hits = head_words(tokens)
    return len(hits) == 1 and hits[0].end - hits[0].start == len(tokens) > 1


def _owner(heads: Sequence[GrowingHead], word: Word) -> GrowingHead | None:
    def shared(head: GrowingHead) -> float:
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
