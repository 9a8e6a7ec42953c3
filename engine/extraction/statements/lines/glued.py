"""Amounts that follow their label without a space: ``期初余额:8,006.20``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from engine.reading.page import Word

_GLUED: Final = re.compile(
    r"(?P<label>[^\d:：]*[^\W\d_]{2}[^\d:：]*[:：])"
    r"(?P<amount>[-+]?(?:[$€£¥₹₩฿]|[A-Z]{2,3}\$?)?[-+]?\d{1,3}(?:[,.' ]?\d{3})*[.,]\d{2}-?)\Z"
)


def parted(words: Sequence[Word]) -> Sequence[Word]:
    """``words``, with a label and an amount in one word as two."""
    if not any([":" in word.text or "：" in word.text for word in words]):
        return words
    return [part for word in words for part in _parts(word)]


def _parts(word: Word) -> Iterator[Word]:
    place = _label_end(word.text)
    if not place:
        yield word
        return
    middle = word.x0 + (word.x1 - word.x0) * place / len(word.text)
    yield replace(word, text=word.text[:place], x1=middle)
    yield replace(word, text=word.text[place:], x0=middle)


@lru_cache(maxsize=4096)
def _label_end(text: str) -> int:
    """Where a label ends that an amount follows; 0 for other words."""
    if text[-1:].isalpha() or ":" not in text.replace("：", ":"):
        return 0
    found = _GLUED.match(text)
    return found.end("label") if found else 0
