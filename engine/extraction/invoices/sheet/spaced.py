"""Words that are set apart letter by letter for emphasis, as letterheads are, read as words."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from engine.reading.page import Word

_FEWEST_LETTERS: Final = 6
_SHARE_OF_LETTERS: Final = 0.75
_WIDER: Final = 1.35
"""A gap this many times the usual one stands between two words."""


def respaced(words: Sequence[Word]) -> str:
    """The text of ``words``; where nearly all are single letters, the gaps tell the words."""
    single = sum(len(word.text) == 1 for word in words)
    if single < _FEWEST_LETTERS or single < _SHARE_OF_LETTERS * len(words):
        return " ".join(word.text for word in words)
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    usual = median(gaps)
    text = words[0].text
    for word, gap in zip(words[1:], gaps, strict=True):
        text += f" {word.text}" if gap > _WIDER * usual else word.text
    return text
