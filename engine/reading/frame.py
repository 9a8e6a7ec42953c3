"""From a PDF page's own coordinates to those of the upright page."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page, turned so that writing at ``angle`` runs from left to right.

    Attributes:
        left: Left edge of the visible part in the page's own points.
        bottom: Bottom edge.
        right: Right edge.
        top: Top edge.
        angle: Degrees counter-clockwise of the writing in the page's own space: 0, 90, 180, 270.
    """

    left: float
    bottom: float
    right: float
    top: float
    angle: int

    @classmethod
    def of(cls, page: Any, angle: int) -> "Frame":
        """The frame of a pypdfium2 ``PdfPage``."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, max(right, left + 1e-3), max(top, bottom + 1e-3), angle)

    @property
    def width(self) -> float:
        """Points, after turning."""
        across = self.angle in (90, 270)
        return self.top - self.bottom if across else self.right - self.left

    @property
    def height(self) -> float:
        """Points, after turning."""
        across = self.angle in (90, 270)
        return self.right - self.left if across else self.top - self.bottom

    @property
    def scale(self) -> NDArray[np.float64]:
        """Width, height, width, height: what boxes are divided by to become fractions."""
        return np.array([self.width, self.height, self.width, self.height])

    def boxes(self, edges: NDArray[np.float64]) -> tuple[NDArray[Any], ...]:
        """x0, y0, x1, y1 from the top left corner, of ``(n, 4)`` left, bottom, right, top."""
        left, bottom, right, top = edges.T
        if self.angle == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.angle == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.angle == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom

    def baselines(self, pens: NDArray[np.float64]) -> Any:
        """``(n,)`` distances from the top edge, of ``(n, 2)`` points x, y."""
        x, y = pens.T
        if self.angle == 90:
            return x - self.left
        if self.angle == 180:
            return y - self.bottom
        if self.angle == 270:
            return self.right - x
        return self.top - y
