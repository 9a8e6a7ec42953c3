"""By how many degrees a scan is turned from straight, told by the rows of its print.

Rows are sharpest where they are level: the ink counted row by row rises and falls most. The ink is
counted in upright strips, which are then shifted against each other instead of turning the picture.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_LONG_SIDE: Final = 1000
"""Pixels of the longer side of the picture that is looked at."""

_STRIPS: Final = 40
_COARSE: Final = np.arange(-8.0, 8.01, 0.5)
_FINE: Final = np.arange(-0.6, 0.61, 0.05)

_CLEAR_GAIN: Final = 1.03
"""How much sharper rows must be at the angle found than as they are."""

_LEAST_INK: Final = 0.002


def skew_degrees(picture: Image.Image) -> float:
    """Degrees by which rows sink to the right in ``picture`` (mode L); 0.0 when that is not clear.

    Rows that run up or down count as well, so the answer is right for pages that lie on a side.
    """
    factor = max(1, round(max(picture.size) / _LONG_SIDE))
    ink = _ink(np.asarray(picture.reduce(factor)))
    if ink.mean() < _LEAST_INK:
        return 0.0
    level, upright = (_Strips(part) for part in (ink, ink.T[:, ::-1]))
    strips = max(level, upright, key=lambda strips: max(map(strips.sharpness, _COARSE)))
    rough = max(_COARSE, key=strips.sharpness)
    exact = max(rough + _FINE, key=strips.sharpness)
    if strips.sharpness(exact) < _CLEAR_GAIN * strips.sharpness(0.0):
        return 0.0
    return round(float(exact), 3)


class _Strips:
    """Ink of a picture, row by row, in upright strips."""

    def __init__(self, ink: NDArray[np.float32]) -> None:
        width = ink.shape[1] // _STRIPS
        whole = ink[:, : width * _STRIPS]
        self._rows = whole.reshape(len(ink), _STRIPS, width).sum(axis=2).T
        self._middles = (np.arange(_STRIPS) - (_STRIPS - 1) / 2) * width

    def sharpness(self, degrees: float) -> float:
        """How much the rows stand out from the paper between them when turned back so far."""
        shifts = np.rint(np.tan(np.radians(degrees)) * self._middles).astype(int)
        margin = int(np.abs(shifts).max())
        height = self._rows.shape[1]
        total = np.zeros(max(1, height - 2 * margin), np.float32)
        for row, shift in zip(self._rows, shifts, strict=True):
            total += row[margin + shift : margin + shift + len(total)]
        steps = np.diff(total)
        return float((steps @ steps).item() * height / len(total))


def _ink(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
    """How much darker each pixel is than the paper of the picture's strips, 0 to 1."""
    paper = np.percentile(grey, 80, axis=0, keepdims=True).astype(np.float32)
    paper = np.maximum(paper, np.percentile(grey, 60))
    dark = np.clip((paper - grey) / 128.0 - 0.2, 0.0, 1.0)
    found: NDArray[np.float32] = dark.astype(np.float32)
    return found
