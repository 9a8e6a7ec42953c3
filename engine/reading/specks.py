"""Specks and pieces of dotted lines that were taken for marks, taken out of recognised words."""

from collections.abc import Sequence
from typing import Final

from engine.reading.page import Word

_MARKS: Final = frozenset(":;.,'\"`´’‘»«°!¡*^~|•·")
"""What specks are taken for; dashes and signs are none of them: they may belong to an amount."""

_SURE: Final = 0.8


def without_specks(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` without those that are nothing but marks and were read with doubt."""
    return tuple(
        word for word in words if word.confidence >= _SURE or not _MARKS.issuperset(word.text)
    )
