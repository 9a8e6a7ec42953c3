"""Ruled lines of tables taken out of a picture before its cells are read one by one.

A cell's own line beside a figure is easily taken for a 1 or a bracket. Whole pages keep their
lines: tesseract finds the rows of a table better with them. Only thin straight lines longer than
any letter go; bars stay, and so do the strokes of letters that cross a line.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# In inches.
_LEAST_LENGTH: Final = 0.4
_MOST_THICKNESS: Final = 0.03
_LONG: Final = 1.2

_WHOLE: Final = 0.85
"""Share of a line's pixels that stand out from what is above and below them."""

_CONTRAST: Final = 32
_FAINT_CONTRAST: Final = 14
_COARSE_SIDE: Final = 1200

_Mask = NDArray[np.bool_]
_Grey = NDArray[np.uint8]


def without_rulings(picture: Image.Image, dpi: int) -> Image.Image:
    """``picture`` (mode L, level rows) without ruled lines; itself when it has none."""
    if not _is_ruled(picture, dpi):
        return picture
    length, thick = round(_LEAST_LENGTH * dpi), max(2, round(_MOST_THICKNESS * dpi))
    clean = _erased(np.asarray(picture), length, thick)
    clean = _erased(np.ascontiguousarray(clean.T), length, thick).T
    return Image.fromarray(np.ascontiguousarray(clean))


def _is_ruled(picture: Image.Image, dpi: int) -> bool:
    """Whether there are long lines at a glance."""
    factor = max(1, round(max(picture.size) / _COARSE_SIDE))
    grey = np.asarray(picture.reduce(factor))
    length = round(_LONG * dpi / factor)
    parts = (grey, np.ascontiguousarray(grey.T))
    return any(bool(_runs(_ridges(part, 2, _FAINT_CONTRAST), length).any()) for part in parts)


def _ridges(grey: _Grey, reach: int, contrast: int) -> _Mask:
    """Pixels that are darker than those ``reach`` above and those ``reach`` below them."""
    found = np.zeros(grey.shape, bool)
    middle = grey[reach:-reach].astype(np.int16) + contrast
    found[reach:-reach] = (middle < grey[: -2 * reach]) & (middle < grey[2 * reach :])
    return found


def _runs(dark: _Mask, length: int) -> _Mask:
    """Pixels in level stretches of ``length`` pixels that are set but for a few."""
    found = np.zeros_like(dark)
    half = length // 2
    blocks = dark.shape[1] // half
    if blocks >= 2:
        # A stretch fills at least one block of half its length, more or less.
        parts = dark[:, : blocks * half].reshape(len(dark), blocks, half)
        fullest = np.count_nonzero(parts, axis=2).max(axis=1)
        rows = np.flatnonzero(fullest >= (2 * _WHOLE - 1) * half)
        found[rows] = _row_runs(dark[rows], length)
    return found


def _row_runs(dark: _Mask, length: int) -> _Mask:
    counts = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
    np.cumsum(dark, axis=1, out=counts[:, 1:])
    full = (counts[:, length:] - counts[:, :-length]) >= _WHOLE * length
    # Every pixel of every such stretch.
    steps = np.zeros(counts.shape, np.int32)
    steps[:, : full.shape[1]] += full
    steps[:, length:] -= full
    covered: _Mask = np.cumsum(steps, axis=1)[:, :-1] > 0
    return covered


def _erased(grey: _Grey, length: int, thick: int) -> _Grey:
    """``grey`` without level lines of at least ``length`` and at most ``thick`` pixels."""
    lines = _runs(_ridges(grey, thick, _CONTRAST), length)
    rows = np.flatnonzero(lines.any(axis=1))
    clean = grey.copy()
    for band in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
        if 0 < len(band) <= thick:
            _erase(clean, grey, lines, int(band[0]), int(band[-1]) + 1)
    return clean


def _erase(clean: _Grey, grey: _Grey, lines: _Mask, top: int, bottom: int) -> None:
    """Paint the line in the rows ``top`` to ``bottom`` over; what crosses it upright stays."""
    first, last = max(0, top - 1), min(len(grey), bottom + 1)
    reach = last - first + 1
    above, below = max(0, first - reach), min(len(grey), last + reach)
    marked = np.logical_or.reduce(lines[top:bottom], axis=0)
    columns = _continued(marked, grey[top:bottom].min(axis=0))
    closed = _closed(grey[above:below, columns], reach)
    clean[first:last, columns] = np.maximum(
        clean[first:last, columns], closed[first - above : last - above]
    )


def _continued(marked: _Mask, grey: _Grey) -> _Mask:
    """``marked`` columns of a line with the dark ones that join them, where letters touch it."""
    line = int(np.median(grey[marked]))
    dark = marked | (grey <= line + _CONTRAST)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], dark, [False]))))
    for start, end in edges.reshape(-1, 2):
        if not marked[start:end].any():
            dark[start:end] = False
    return dark


def _closed(strip: _Grey, reach: int) -> _Grey:
    """``strip`` without what is dark over fewer than ``reach`` rows."""
    padded = np.pad(strip, ((reach, reach), (0, 0)), mode="edge")
    height = len(padded) - reach
    light = np.maximum.reduce([padded[at : at + height] for at in range(reach + 1)])
    closed: _Grey = np.minimum.reduce([light[at : at + height - reach] for at in range(reach + 1)])
    return closed
