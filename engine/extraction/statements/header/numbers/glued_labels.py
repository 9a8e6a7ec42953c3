"""Words that are a label and its number in one: ``口座番号0441882``, ``Konto-Nr.4711081542``.

Scripts without spaces write them so, and some programs leave the spaces out.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import ACCOUNTS, GLUED, NUMBERS
from engine.reading.page import Word

_FIRST: Final = re.compile(r"[\d*•●＊]")
_NUMBER: Final = re.compile(r"[\dA-Z*•●＊xX./\-–()]+[\])\"'»”]?\Z")
_SIGN: Final = re.compile(r"(?:№|[Nn][°º]\.?)(?=\d{5})")
_LEAST: Final = 5
_QUOTES: Final = "\"'“”„«»[]{}"
_LABELS: Final = ACCOUNTS | GLUED | NUMBERS


def with_labels_apart(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[TypedLine]:
    """The lines, those outside the rows with such words as two and numbers without quotes."""
    return [line if line.number in row_lines else _parted(line) for line in lines]


def _parted(line: TypedLine) -> TypedLine:
    cells = tuple(_parted_cell(cell) for cell in line.cells)
    if all(new is old for new, old in zip(cells, line.cells, strict=True)):
        return line
    return structs.replace(line, cells=cells)


def _parted_cell(cell: Cell) -> Cell:
    if cell.date is not None or cell.money is not None:
        return cell
    words = tuple(part for word in cell.words for part in _parts(word))
    if all(new is old for new, old in zip(words, cell.words, strict=False)):
        return cell
    return structs.replace(cell, words=words)


def _parts(word: Word) -> Iterator[Word]:
    bare = word.text.strip(_QUOTES)
    if bare != word.text and bare and bare[0].isdigit() and bare[-1].isdigit():
        word = structs.replace(word, text=bare)
    end = _label_end(word.text)
    if not end:
        yield word
        return
    middle = word.x0 + (word.x1 - word.x0) * end / len(word.text)
    yield structs.replace(word, text=word.text[:end], x1=middle)
    yield structs.replace(word, text=word.text[end:].rstrip(_QUOTES), x0=middle)


def _label_end(text: str) -> int:
    """Where the number begins that is written to a label; 0 where none is."""
    if text.isdigit() or ":" in text or "：" in text:
        return 0
    sign = _SIGN.match(text)
    if sign is not None:
        return sign.end()
    first = _FIRST.search(text)
    if first is None or first.start() < 2 or not _NUMBER.match(text, first.start()):
        return 0
    label = text[: first.start()]
    figures = sum(c.isdigit() for c in text[first.start() :])
    if figures < _LEAST or sum(c.isalpha() for c in label) < 2:
        return 0
    is_code = label.isascii() and not any(c.islower() for c in label)
    tokens = plain(label).split()
    if is_code and not (tokens and all(token in _LABELS for token in tokens)):
        return 0
    return first.start()
