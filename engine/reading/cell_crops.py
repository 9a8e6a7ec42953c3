"""Single cells cut out of a page's picture, with what belongs to them and paper around it."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.reading.missed_ink import Pixels

# In heights of the cell's box.
_ROOM: Final = 0.3
_REACH: Final = 4.0
_GAP: Final = 0.75
"""Paper between a cell's figures and what stands beside them, at least."""

_INK_DEPTH: Final = 0.45
_LEAST_DEPTH: Final = 24.0

_FIGURE_HEIGHT: Final = 48
"""Pixels of a figure's height that is easiest to read."""

_MOST_ENLARGED: Final = 4.0
_BORDER: Final = 16


def grown_cell(grey: NDArray[np.uint8], box: Pixels) -> Pixels:
    """``box`` with the figures at its sides that the first reading left out, and a little room.

    Args:
        grey: The page's picture, dark on light.
        box: The cell as it was read first; never empty.
    """
    height, width = grey.shape
    x0, y0, x1, y1 = box
    tall = max(4, y1 - y0)
    top, bottom = max(0, y0 - round(0.1 * tall)), min(height, y1 + round(0.1 * tall))
    left, right = max(0, x0 - round(_REACH * tall)), min(width, x1 + round(_REACH * tall))
    inked = _inked_columns(grey[top:bottom, left:right])
    gap = max(2, round(_GAP * tall))
    first = _end_of_ink(inked[: x0 - left + 1][::-1], gap)
    last = _end_of_ink(inked[x1 - left - 1 :], gap)
    room = round(_ROOM * tall)
    return (
        max(0, x0 - first - room),
        max(0, y0 - room),
        min(width, x1 + last + room),
        min(height, y1 + room),
    )


def _inked_columns(strip: NDArray[np.uint8]) -> NDArray[np.bool_]:
    dark, paper = (float(level) for level in np.percentile(strip, (1, 70)))
    depth = max(_LEAST_DEPTH, _INK_DEPTH * (paper - dark))
    counts = (strip < paper - depth).sum(axis=0)
    inked: NDArray[np.bool_] = np.asarray(counts >= max(2, round(0.08 * len(strip))))
    return inked


def _end_of_ink(columns: NDArray[np.bool_], gap: int) -> int:
    """How many columns ink goes on, from the first one, until ``gap`` columns of paper follow."""
    last = 0
    for column in np.flatnonzero(columns):
        if column - last > gap:
            break
        last = int(column)
    return last


def enlarged(picture: Image.Image, boxes: list[Pixels], height: float) -> Iterator[Image.Image]:
    """The cells ``boxes`` of ``picture`` with figures of the height that reads best, on paper.

    ``height`` is that of the figures in pixels.
    """
    scale = min(_MOST_ENLARGED, max(1.0, _FIGURE_HEIGHT / max(1.0, height)))
    for box in boxes:
        crop = picture.crop(box)
        size = (max(1, round(crop.width * scale)), max(1, round(crop.height * scale)))
        crop = crop.resize(size, Image.Resampling.BICUBIC)
        paper = int(np.percentile(np.asarray(crop), 75))
        yield ImageOps.expand(crop, _BORDER, fill=paper)
