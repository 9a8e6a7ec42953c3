"""Pictures of pages made flat before they are recognised: skewed scans and photographed sheets."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.reading.paper_edges import Corners, paper_corners
from engine.reading.plane import Plane
from engine.reading.resolution import A4_LONG_SIDE_INCHES
from engine.reading.skew import skew_degrees

_LEAST_SKEW: Final = 0.2
"""Degrees below which rows are level enough, and turning would only blur them."""

_FINE_SIDE: Final = 2800
"""Pixels of the longer side up to which a photographed sheet is enlarged: A4 at 240 dpi."""

_MOST_ENLARGED: Final = 1.8

_Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FlatPicture:
    """A flat picture, its dots per inch, and how it lies in the one it was made from.

    ``plane`` is None when it is that one.
    """

    picture: Image.Image
    dpi: int
    plane: Plane | None


def flattened(picture: Image.Image, dpi: int) -> FlatPicture:
    """``picture`` (mode L) seen straight from above, with level rows, without the desk around it.

    Pages that lie on a side or upside down stay so.
    """
    corners = paper_corners(picture)
    sheet, outer = picture, None
    if corners is not None:
        sheet, outer = _cut_out(picture, corners)
        dpi = round(max(sheet.size) / A4_LONG_SIDE_INCHES)
    degrees = skew_degrees(sheet)
    if abs(degrees) < _LEAST_SKEW:
        return FlatPicture(sheet, dpi, outer)
    level, inner = _levelled(sheet, degrees)
    return FlatPicture(level, dpi, inner if outer is None else outer.after(inner))


def _cut_out(picture: Image.Image, corners: Corners) -> tuple[Image.Image, Plane]:
    pixels = corners * picture.size
    top, right, bottom, left = np.linalg.norm(np.roll(pixels, -1, axis=0) - pixels, axis=1)
    wide, tall = (top + bottom) / 2, (left + right) / 2
    scale = min(_MOST_ENLARGED, max(1.0, _FINE_SIDE / max(wide, tall)))
    size = (max(1, round(wide * scale)), max(1, round(tall * scale)))
    matrix = _projection(corners)
    plane = _plane(matrix)
    return _seen_through(picture, matrix, size, Image.Resampling.BICUBIC), plane


def _levelled(picture: Image.Image, degrees: float) -> tuple[Image.Image, Plane]:
    """``picture`` turned back by ``degrees``, on a sheet that holds all of it."""
    angle = np.radians(degrees)
    c, s = np.cos(angle), np.sin(angle)
    width, height = picture.size
    size = (
        round(width * c + height * abs(s)),
        round(width * abs(s) + height * c),
    )
    centred = np.array([(1, 0, -size[0] / 2), (0, 1, -size[1] / 2), (0, 0, 1)])
    turned = np.array([(c, -s, width / 2), (s, c, height / 2), (0, 0, 1)])
    pixels = turned @ centred
    matrix = np.diag((1 / width, 1 / height, 1)) @ pixels @ np.diag((size[0], size[1], 1))
    return _seen_through(picture, matrix, size, Image.Resampling.BILINEAR), _plane(matrix)


def _seen_through(
    picture: Image.Image, matrix: _Matrix, size: tuple[int, int], method: Image.Resampling
) -> Image.Image:
    """The picture of ``size`` pixels whose places ``matrix`` maps to those of ``picture``."""
    pixels = np.diag((*picture.size, 1)) @ matrix @ np.diag((1 / size[0], 1 / size[1], 1))
    pixels = pixels / pixels[2, 2]
    return picture.transform(
        size,
        Image.Transform.PERSPECTIVE,
        tuple(pixels.ravel()[:8]),
        method,
        fillcolor=_paper_of(picture),
    )


def _paper_of(picture: Image.Image) -> int:
    counts = picture.histogram()
    return max(range(128, 256), key=counts.__getitem__)


def _projection(corners: Corners) -> _Matrix:
    """The map from fractions of a rectangle to those of the picture with these ``corners``."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, dx3 = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, dy3 = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    whole = dx1 * dy2 - dx2 * dy1
    g = (dx3 * dy2 - dx2 * dy3) / whole
    h = (dx1 * dy3 - dx3 * dy1) / whole
    return np.array(
        [
            (x1 - x0 + g * x1, x3 - x0 + h * x3, x0),
            (y1 - y0 + g * y1, y3 - y0 + h * y3, y0),
            (g, h, 1.0),
        ]
    )


def _plane(matrix: _Matrix) -> Plane:
    a, b, c, d, e, f, g, h, i = (float(number) for number in (matrix / matrix[2, 2]).ravel())
    return Plane((a, b, c, d, e, f, g, h, i))
