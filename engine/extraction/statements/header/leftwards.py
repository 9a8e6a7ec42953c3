"""Lines of scripts that are written leftwards, in the order in which people read them."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from engine.extraction.statements.lines.cells import Cell, TypedLine

_LEFTWARD: Final = re.compile("[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufeff]")
_BEGINNING: Final = 120
"""Lines in which a leftward script shows."""
_LETTER: Final = re.compile(r"[^\W\d_]")


def in_reading_order(lines: Sequence[TypedLine]) -> list[TypedLine]:
    """The lines, those with more letters of a leftward script with cells and words from the right.

    Words that such a line has of another script keep their order among each other. A document
    without such a line at its beginning has none.
    """
    if not any(is_leftward(line.text) for line in lines[:_BEGINNING]):
        return list(lines)
    return [_turned(line) if is_leftward(line.text) else line for line in lines]


def is_leftward(text: str) -> bool:
    """Whether most letters of ``text`` are of a script that is written leftwards."""
    if text.isascii():
        return False
    return 2 * len(_LEFTWARD.findall(text)) > len(_LETTER.findall(text))


def _turned(line: TypedLine) -> TypedLine:
    return structs.replace(line, cells=tuple(_read(cell) for cell in reversed(line.cells)))


def _read(cell: Cell) -> Cell:
    """The cell with its words from the right; runs of other scripts stay as they are."""
    if len(cell.words) < 2 or not _LEFTWARD.search(cell.text):
        return cell
    runs: list[list[int]] = []
    for place, word in enumerate(cell.words):
        is_other = not _LEFTWARD.search(word.text)
        if runs and is_other and not _LEFTWARD.search(cell.words[runs[-1][-1]].text):
            runs[-1].append(place)
        else:
            runs.append([place])
    words = tuple(cell.words[place] for run in reversed(runs) for place in run)
    return structs.replace(cell, words=words)
