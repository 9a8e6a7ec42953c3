"""Boxes of recognised words drawn in to their ink, where they came out far too tall.

tesseract now and then gives a figure a box as tall as the whole row, up to the next one; whoever
measures the distance between rows would be misled.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final

import numpy as np
from msgspec import structs
from numpy.typing import NDArray
from PIL import Image

from engine.reading.page import Word

_TALL: Final = 1.3
"""Usual heights from which a box is looked at."""

_WORDS_AT_LEAST: Final = 8
_INK: Final = 0.5
"""Part of the way from the paper to the darkest ink, from which on a pixel is ink."""

_ROW_SHARE: Final = 0.08
"""Ink of a row, as a share of the fullest row's, from which on the row belongs to the word."""


def with_tight_boxes(words: Sequence[Word], picture: Image.Image) -> list[Word]:
    """``words`` with too tall boxes drawn in to the rows of ``picture`` (mode L) that have ink."""
    if len(words) < _WORDS_AT_LEAST:
        return list(words)
    usual = median(word.y1 - word.y0 for word in words)
    grey = np.asarray(picture)
    return [
        _tight(word, grey, usual) if word.y1 - word.y0 > _TALL * usual else word for word in words
    ]


def _tight(word: Word, grey: NDArray[np.uint8], usual: float) -> Word:
    height, width = grey.shape
    top, bottom = round(word.y0 * height), round(word.y1 * height)
    left, right = round(word.x0 * width), round(word.x1 * width)
    crop = grey[top:bottom, left:right]
    if not crop.size:
        return word
    first, last = _fullest_rows(crop, gap=max(2, round(0.25 * usual * height)))
    return structs.replace(
        word, y0=round((top + first) / height, 5), y1=round((top + last) / height, 5)
    )


def _fullest_rows(crop: NDArray[np.uint8], gap: int) -> tuple[int, int]:
    """First row and the one behind the last of the stretch with most ink; all without any."""
    dark, paper = (float(level) for level in np.percentile(crop, (2, 80)))
    ink = (crop < paper - _INK * (paper - dark)).sum(axis=1)
    inked = np.flatnonzero(ink > max(1.0, _ROW_SHARE * ink.max(initial=0)))
    if not len(inked):
        return 0, len(crop)
    stretches = np.split(inked, np.flatnonzero(np.diff(inked) > gap) + 1)
    best = max(stretches, key=lambda rows: int(ink[rows].sum()))
    return int(best[0]), int(best[-1]) + 1
