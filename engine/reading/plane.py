"""How a flat sheet of paper lies in the picture of its page: turned a little, or seen aslant.

Words keep the boxes that they have in the picture, because that is what people are shown. Whoever
compares places with each other (rows, columns) takes them to the flat sheet first, and takes what
he found back. Both are fractions of a width and a height; a plane maps one to the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Point = tuple[float, float]
Box = tuple[float, float, float, float]

_Matrix = tuple[float, float, float, float, float, float, float, float, float]

_LEAST_SIDE: Final = 0.4
"""Part of a box's side that is left to it at least, when its tilt is taken out."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A projective map from the flat sheet to the picture: three rows of a matrix, one by one."""

    matrix: _Matrix

    def on_picture(self, point: Point) -> Point:
        """Where a point of the sheet is seen."""
        return _mapped(self.matrix, point)

    def inverse(self) -> "Plane":
        """The map back: from the picture to the sheet."""
        a, b, c, d, e, f, g, h, i = self.matrix
        cofactors = (
            e * i - f * h, c * h - b * i, b * f - c * e,
            f * g - d * i, a * i - c * g, c * d - a * f,
            d * h - e * g, b * g - a * h, a * e - b * d,
        )  # fmt: skip
        return Plane(_scaled(cofactors))

    def after(self, first: "Plane") -> "Plane":
        """The map that does ``first`` and then this one."""
        one, two = self.matrix, first.matrix
        product = [
            sum(one[3 * row + k] * two[3 * k + column] for k in range(3))
            for row in range(3)
            for column in range(3)
        ]
        return Plane(_scaled(product))

    def box_on_picture(self, box: Box) -> Box:
        """The upright box around what ``box`` of the sheet becomes in the picture."""
        x0, y0, x1, y1 = box
        corners = [self.on_picture(corner) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def boxes_on_sheet(plane: Plane, boxes: Sequence[Box]) -> list[Box]:
    """The boxes of the sheet around which ``boxes`` of the picture are upright boxes.

    A word that is tilted in the picture has a box there that is taller and wider than the word;
    how much follows from the plane's tilt at that place.
    """
    back = plane.inverse()
    found = []
    for x0, y0, x1, y1 in boxes:
        centre = back.on_picture(((x0 + x1) / 2, (y0 + y1) / 2))
        wide, tall = _upright_sides(plane, centre, x1 - x0, y1 - y0)
        x, y = centre
        found.append((x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2))
    return found


def turned_plane(plane: Plane, turn: int) -> Plane:
    """``plane`` for the same sheet and picture after both were turned clockwise by ``turn``."""
    there = _TURNS[turn]
    back = _TURNS[(360 - turn) % 360]
    return there.after(plane).after(back)


def _upright_sides(plane: Plane, at: Point, wide: float, tall: float) -> tuple[float, float]:
    """Width and height on the sheet of what is ``wide`` and ``tall`` in the picture."""
    a, b, _, d, e, _, g, h, i = plane.matrix
    x, y = plane.on_picture(at)
    depth = g * at[0] + h * at[1] + i
    # How far one moves in the picture for a small step across and down the sheet.
    xx, xy = abs(a - g * x) / abs(depth), abs(b - h * x) / abs(depth)
    yx, yy = abs(d - g * y) / abs(depth), abs(e - h * y) / abs(depth)
    whole = xx * yy - xy * yx
    if whole <= 0.2 * xx * yy:
        return wide / max(xx, 1e-9), tall / max(yy, 1e-9)
    across = (yy * wide - xy * tall) / whole
    down = (xx * tall - yx * wide) / whole
    return max(across, _LEAST_SIDE * wide / xx), max(down, _LEAST_SIDE * tall / yy)


def _mapped(matrix: _Matrix, point: Point) -> Point:
    a, b, c, d, e, f, g, h, i = matrix
    x, y = point
    depth = g * x + h * y + i
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def _scaled(numbers: Sequence[float]) -> _Matrix:
    last = numbers[8] or 1.0
    a, b, c, d, e, f, g, h, i = (number / last for number in numbers)
    return a, b, c, d, e, f, g, h, i


_TURNS: Final = {
    0: Plane((1, 0, 0, 0, 1, 0, 0, 0, 1)),
    90: Plane((0, -1, 1, 1, 0, 0, 0, 0, 1)),
    180: Plane((-1, 0, 1, 0, -1, 1, 0, 0, 1)),
    270: Plane((0, 1, 0, -1, 0, 1, 0, 0, 1)),
}
"""Fractions of a picture to those of the picture turned clockwise."""
