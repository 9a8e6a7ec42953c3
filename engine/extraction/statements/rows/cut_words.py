"""Whether words that a document cuts at a fixed width are told by the document itself.

Where lines are full, the next one goes on without a space. A word or a number that is put together
so and stands whole somewhere else proves it; where most do not, a space may be missing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from engine.extraction.statements.rows.memo import lines_of, width_of
from engine.extraction.statements.rows.table import Row

_ENOUGH: Final = 2
_MOST: Final = 0.5
"""Words put together that stand whole elsewhere, and their share of all, from which all are taken
to be right."""

_LEAST: Final = 3
"""Characters of a word that says something by standing elsewhere."""

_LAST: Final = re.compile(r"[^\W_]+\Z")
_FIRST: Final = re.compile(r"[^\W_]+")
_WORDS: Final = re.compile(r"[^\W_]+")


def rows_cut_in_words(rows: Sequence[Row]) -> list[int]:
    """Rows whose lines are joined in mid-word though nothing bears out that they should be."""
    width = width_of(rows)
    if width is None:
        return []
    joins = [(index, word) for index, row in enumerate(rows) for word in _joined_in(row, width)]
    whole = _whole_words(rows, width)
    borne_out = {word for _, word in joins if len(word) >= _LEAST and word in whole}
    proven = sum(word in borne_out for _, word in joins)
    if len(borne_out) >= _ENOUGH and proven >= _MOST * len(joins):
        return []
    return sorted({index for index, _ in joins})


def _joined_in(row: Row, width: int) -> Iterator[str]:
    """The words that are put together of the end of a full line and the start of the next one."""
    texts = lines_of(row)
    for line, following in pairwise(texts):
        last, first = _LAST.search(line), _FIRST.match(following)
        if len(line) >= width and last and first:
            yield last[0] + first[0]


def _whole_words(rows: Sequence[Row], width: int) -> frozenset[str]:
    """The words that stand inside lines and in the columns beside them."""
    found = set[str]()
    for row in rows:
        for line in lines_of(row):
            words = _WORDS.findall(line)
            found.update(words[:-1] if len(line) >= width else words)
        for beside in row.notes.values():
            found.update(_WORDS.findall(" ".join(word.text for word in beside)))
    return frozenset(found)
