"""A row's description put together from its printed lines.

Most banks wrap between words. Some cut after a fixed number of characters, in the middle of words;
their lines are joined without a space.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from engine.extraction.statements.rows.table import Row

_ENOUGH: Final = 4
"""Different wrapped lines from which a fixed width can be told."""

_LEAST_WIDTH: Final = 18
"""Characters that a fixed width has at least."""

_MISREAD: Final = (-2, 1)
"""How many characters a recognised line may be shorter or longer than printed."""

_ENOUGH_RECOGNISED: Final = 6

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that are written from right to left."""


def lines_of(row: Row) -> list[str]:
    """The lines of a row's description as they are read."""
    return [spoken([word.text for word in words]) for words in row.texts]


def width_of(rows: Sequence[Row]) -> int | None:
    """The number of characters after which a document's ``rows`` are cut; None where they wrap."""
    is_recognised = any(row.source == "ocr" for row in rows)
    return cut_width(map(lines_of, rows), is_recognised=is_recognised)


def cut_width(descriptions: Iterable[Sequence[str]], *, is_recognised: bool = False) -> int | None:
    """The number of characters after which a document cuts its descriptions; None when it wraps.

    Cut lines are all equally long, or one shorter where the cut fell on a space; about as long as
    each other where ``is_recognised`` says that they were read in pictures.
    """
    texts = [list(lines) for lines in descriptions]
    width = _full_width(texts, is_recognised=is_recognised)
    if width is None or is_recognised:
        return width
    return width if all(len(line) <= width for lines in texts for line in lines) else None


def _full_width(texts: Sequence[Sequence[str]], *, is_recognised: bool) -> int | None:
    """The width that nearly all lines have that go on."""
    lengths = Counter(map(len, {line for lines in texts for line in lines[:-1]}))
    if lengths.total() < _ENOUGH or max(lengths) < _LEAST_WIDTH:
        return None
    if is_recognised and (least := _recognised_width(lengths)) is not None:
        return least
    width = max(lengths)
    full = lengths[width] + lengths[width - 1]
    return width if lengths[width] >= 2 and full >= 0.9 * lengths.total() else None


def _recognised_width(lengths: Counter[int]) -> int | None:
    """The same where characters were lost or added by recognition: the shortest of full lines."""
    usual = max(lengths, key=lambda length: (lengths[length], length))
    least, most = usual + _MISREAD[0], usual + _MISREAD[1]
    full = sum(lengths[length] for length in range(least, most + 1))
    is_fixed = full >= max(0.9 * lengths.total(), _ENOUGH_RECOGNISED)
    return least if is_fixed and usual >= _LEAST_WIDTH else None


def spoken(words: Sequence[str]) -> str:
    """The words of a line, given from left to right, in the order in which they are read."""
    text = " ".join(words)
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return text
    ordered: list[str] = []
    run: list[str] = []
    for word in words:
        if _RIGHT_TO_LEFT.search(word):
            run.insert(0, word)
        else:
            ordered += [*run, word]
            run = []
    return " ".join([*ordered, *run])


def joined(lines: Sequence[str], width: int | None) -> str:
    """One description of its lines; ``width`` is the document's cut, if it cuts."""
    text = ""
    for index, line in enumerate(lines):
        cut = index > 0 and width is not None and len(lines[index - 1]) >= width
        text += line if cut or not text else f" {line}"
    return text
