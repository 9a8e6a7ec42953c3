"""What an account goes by whose statement prints no number outside its rows.

A card may be named between the rows or in most of them; a wallet may be known by its holder's
e-mail address.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.numbers.labels import number_labels
from engine.extraction.statements.header.numbers.values import number_after, text_of
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row

_MASKED: Final = re.compile(r"[*•·xX]{2,}[\dxX*•· -]*\d{4}\Z")
_MOST: Final = 0.6
"""Share of the rows that name a card from which it is the statement's."""
_SURE: Final = 0.85
_EMAIL: Final = re.compile(r"(?P<name>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+\Z")
_HANDLE: Final = re.compile(r"[@$](?P<name>[A-Za-z][\w.-]{2,})\Z")
"""The name that a holder goes by in a program that pays."""
_LEAST_NAME: Final = 4
"""Letters of the holder's name that an address has, at least."""
_NEAR: Final = 3
"""Lines from an address to the holder's name, at most."""


def card_in_rows(lines: Sequence[TypedLine], rows: Sequence[Row]) -> list[Found]:
    """The one card that most rows name, else the only one that a label in them calls for."""
    masked = [_masked(lines, row) for row in rows]
    counts = Counter(found.value for found in masked if found is not None)
    if counts:
        value, count = counts.most_common(1)[0]
        usual = len(counts) == 1 or count >= _MOST * len(rows)
        best = next(found for found in masked if found is not None and found.value == value)
        return [best] if usual and count > 1 else []
    called = [found for row in rows for number in row.lines for found in _called(lines[number])]
    return called[:1] if len({found.value for found in called}) == 1 else []


def holders_address(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[Found]:
    """The e-mail address or handle at the top of the first page that is made of a name near it."""
    first = [line for line in lines if line.page_number == lines[0].page_number]
    for index, line in enumerate(first):
        if line.number in row_lines:
            return []
        near = [each for each in first[max(0, index - _NEAR) : index + _NEAR] if each is not line]
        for cell in line.cells:
            match = _EMAIL.match(cell.text)
            if match and _is_named(match["name"].casefold(), near):
                return [found_on(cell.text, cell.words, line, 0.5)]
            word = cell.words[-1]
            handle = _HANDLE.match(word.text)
            before = tuple(plain(each.text) for each in cell.words[:-1])
            if handle and (
                _is_named(handle["name"].casefold(), near)
                or any(len(n) >= _LEAST_NAME and n in handle["name"].casefold() for n in before)
            ):
                return [found_on(word.text, [word], line, 0.5)]
    return []


def _masked(lines: Sequence[TypedLine], row: Row) -> Found | None:
    """The masked number that is a cell of a row's."""
    for number in row.lines:
        for cell in lines[number].cells:
            if cell.money is None and _MASKED.match(cell.text):
                return found_on(cell.text, cell.words, lines[number], 0.6)
    return None


def _called(line: TypedLine) -> Iterator[Found]:
    """The number right after a label for a card's."""
    words = [word for cell in line.cells for word in cell.words]
    for place, word in enumerate(words[:-1]):
        labels = number_labels(plain(word.text).split(), frozenset())
        if any(label.kind == "card" and label.sureness >= _SURE for label in labels):
            value = number_after(words[place + 1 :])
            if value:
                yield found_on(text_of(value), value, line, 0.6)


def _is_named(address: str, lines: Sequence[TypedLine]) -> bool:
    """Whether a word of a line with nothing but letters is part of an address."""
    names = [
        token
        for line in lines
        for cell in line.cells
        if 2 <= len(cell.words) <= 4 and not any(c.isdigit() for c in cell.text)
        for token in plain(cell.text).split()
    ]
    return any(len(name) >= _LEAST_NAME and name in address for name in names)
