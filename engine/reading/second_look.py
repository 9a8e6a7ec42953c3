"""Reading again what the first reading of a page passed over, and only that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec import structs
from PIL import Image

from engine.reading.missed_ink import MissedRows, Pixels, missed_rows
from engine.reading.page import Word

MOST_ROWS: Final = 150
"""More rows than these are no print that was passed over but a pattern or a photograph."""
_LEAST_CONFIDENCE: Final = 0.7
_SAME_PLACE: Final = 0.3

# In heights of a usual word.
_MARGIN: Final = 0.3
_LEADING: Final = 0.9


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the page and where it was pasted; both in pixels and of one size."""

    on_page: Pixels
    left: int
    top: int


def with_missed_words(
    picture: Image.Image,
    words: Sequence[Word],
    read: Callable[[Image.Image], Sequence[Word]],
) -> tuple[Word, ...]:
    """``words`` and, behind them, those of the print in ``picture`` that they do not cover.

    The rows that were passed over are cut out and pasted under each other on a fresh sheet: one
    reading of one block, whatever the layout of the page, and no more than what is missing.

    Args:
        picture: The upright page, mode L.
        words: What was recognised in it.
        read: Recognises the words of a picture that is one block of rows.
    """
    missed = missed_rows(np.asarray(picture), words)
    if not missed.rows or len(missed.rows) > MOST_ROWS:
        return tuple(words)
    sheet, strips = sheet_of(picture, missed)
    found = [_on_page(word, strips, sheet.size, picture.size) for word in read(sheet)]
    return (*words, *new_words([word for word in found if word], words))


def sheet_of(picture: Image.Image, missed: MissedRows) -> tuple[Image.Image, tuple[Strip, ...]]:
    """The missed rows of ``picture`` under each other in reading order, and where each one is."""
    leading = round(_LEADING * missed.height)
    strips = []
    top = 2 * leading
    for row in sorted(missed.rows, key=lambda row: (row[0] // (4 * leading), row[1])):
        box = grown(row, missed.height, picture.size)
        strips.append(Strip(box, 2 * leading, top))
        top += box[3] - box[1] + leading
    width = max(strip.on_page[2] - strip.on_page[0] for strip in strips) + 4 * leading
    sheet = Image.new("L", (width, top + leading), _paper(picture))
    for strip in strips:
        sheet.paste(picture.crop(strip.on_page), (strip.left, strip.top))
    return sheet, tuple(strips)


def grown(row: Pixels, height: float, size: tuple[int, int]) -> Pixels:
    """``row`` with a little paper around it; ``height`` is that of a usual word."""
    margin = round(_MARGIN * height)
    return (
        max(0, row[0] - margin),
        max(0, row[1] - margin),
        min(size[0], row[2] + margin),
        min(size[1], row[3] + margin),
    )


def new_words(found: Sequence[Word], known: Sequence[Word]) -> tuple[Word, ...]:
    """Those of ``found`` that are sure enough, say something and stand where no other word does."""
    new: list[Word] = []
    for word in sorted(found, key=lambda word: -word.confidence * len(word.text)):
        if word.confidence < _LEAST_CONFIDENCE or not any(map(str.isalnum, word.text)):
            continue
        if not any(_overlap(word, other) > _SAME_PLACE for other in (*known, *new)):
            new.append(word)
    return tuple(new)


def _on_page(
    word: Word, strips: Sequence[Strip], sheet: tuple[int, int], page: tuple[int, int]
) -> Word | None:
    """``word`` of the sheet with its box on the page; None when it spans two rows or none."""
    middle = (word.y0 + word.y1) / 2 * sheet[1]
    for strip in strips:
        left, top, right, bottom = strip.on_page
        if not strip.top <= middle <= strip.top + bottom - top:
            continue
        if (word.y1 - word.y0) * sheet[1] > 1.3 * (bottom - top):
            return None
        x, y = left - strip.left, top - strip.top
        return structs.replace(
            word,
            x0=round((max(left, word.x0 * sheet[0] + x)) / page[0], 5),
            y0=round((max(top, word.y0 * sheet[1] + y)) / page[1], 5),
            x1=round((min(right, word.x1 * sheet[0] + x)) / page[0], 5),
            y1=round((min(bottom, word.y1 * sheet[1] + y)) / page[1], 5),
        )
    return None


def _overlap(word: Word, other: Word) -> float:
    """The part of the smaller of two boxes that both have, 0..1."""
    wide = min(word.x1, other.x1) - max(word.x0, other.x0)
    tall = min(word.y1, other.y1) - max(word.y0, other.y0)
    least = min(_area(word), _area(other))
    return wide * tall / least if wide > 0 and tall > 0 and least > 0 else 0.0


def _area(word: Word) -> float:
    return (word.x1 - word.x0) * (word.y1 - word.y0)


def _paper(picture: Image.Image) -> int:
    counts = picture.histogram()
    return max(range(256), key=counts.__getitem__)
