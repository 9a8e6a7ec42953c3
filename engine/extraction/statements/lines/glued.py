"""Words that are two: ``期初余额:8,006.20``, and the year in ``Dec 8 2023-Jan 7 2024``."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec import structs

from engine.extraction.statements.lines.printed_dates import month_number
from engine.reading.page import Word

_GLUED: Final = re.compile(
    r"(?P<label>[^\d:：]*[^\W\d_]{2}[^\d:：]*[:：])"
    r"(?P<amount>[-+]?(?:[$€£¥₹₩฿]|[A-Z]{2,3}\$?)?[-+]?\d{1,3}(?:[,.' ]?\d{3})*[.,]\d{2}-?)\Z"
)
_DASH: Final = re.compile("[-–—]")
_LONG_YEAR: Final = re.compile(r"(?<![^ ])(?:19|20)[^ ]{3}")

_TO_NEXT: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<dash>[-–—])(?P<next>[^\W\d_]{3,}\.?|\d{1,2})\Z"
)


def parted(words: Sequence[Word]) -> Sequence[Word]:
    """``words``, with a label and an amount in one word as two.

    So are the year of one date and the beginning of the next one, with the dash between them.
    """
    text = " ".join([word.text for word in words])
    if _DASH.search(text) and _LONG_YEAR.search(text):
        words = _with_years_parted(words)
    if ":" not in text and "：" not in text:
        return words
    return [part for word in words for part in _parts(word)]


def _with_years_parted(words: Sequence[Word]) -> Sequence[Word]:
    parts: list[Word] = []
    for index, word in enumerate(words):
        found = _TO_NEXT.match(word.text)
        before = [near.text.strip(".,") for near in words[max(0, index - 2) : index]]
        after = [near.text.strip(".,") for near in words[index + 1 : index + 2]]
        if found and _is_day(before) and _is_day([found["next"].strip("."), *after]):
            ends = [found.end(name) for name in ("year", "dash", "next")]
            parts += [_part(word, a, b) for a, b in zip([0, *ends], ends, strict=False)]
        else:
            parts.append(word)
    return parts


def _is_day(texts: Sequence[str]) -> bool:
    """Whether two words are a day and the name of a month, in either order."""
    if len(texts) != 2:
        return False
    day, month = texts if texts[0].isdigit() else reversed(texts)
    return day.isdigit() and len(day) <= 2 and month_number(month) is not None


def _part(word: Word, first: int, last: int) -> Word:
    step = (word.x1 - word.x0) / len(word.text)
    return structs.replace(
        word, text=word.text[first:last], x0=word.x0 + step * first, x1=word.x0 + step * last
    )


def _parts(word: Word) -> Iterator[Word]:
    place = _label_end(word.text)
    if not place:
        yield word
        return
    middle = word.x0 + (word.x1 - word.x0) * place / len(word.text)
    yield structs.replace(word, text=word.text[:place], x1=middle)
    yield structs.replace(word, text=word.text[place:], x0=middle)


@lru_cache(maxsize=4096)
def _label_end(text: str) -> int:
    """Where a label ends that an amount follows; 0 for other words."""
    if text[-1:].isalpha() or ":" not in text.replace("：", ":"):
        return 0
    found = _GLUED.match(text)
    return found.end("label") if found else 0
