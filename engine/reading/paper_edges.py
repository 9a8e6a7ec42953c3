"""Where the sheet of paper lies in a photograph: its four corners, seen against a darker desk."""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

_LONG_SIDE: Final = 480
"""Pixels of the longer side of the picture that is looked at."""

_AT_BORDER: Final = 0.012
"""How near to the picture's border an edge counts as cut off by it, as a share of the side."""

_SIDES_SEEN: Final = 3
"""Edges of the paper that must be in the picture: a printed bar looks like desk on one or two."""

_DESK: Final = 0.72
"""Brightness of the desk beside that of the paper, at most."""

_STRAIGHT: Final = 0.008
"""How far points of one edge lie from its line, as a share of the longer side."""

_LEAST_POINTS: Final = 0.55
_LEAST_AREA: Final = 0.2
_MOST_AREA: Final = 0.98
_SKEWED: Final = (55.0, 125.0)
"""Degrees between two edges of the paper."""

Corners = NDArray[np.float64]
"""``(4, 2)`` fractions of the picture: top left, top right, bottom right, bottom left."""

_Line = tuple[float, float]
"""Place at the start of the picture, and slope: place = first + slope × step."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One edge of the paper in pixels: a line along x (top, bottom) or along y (left, right)."""

    line: _Line
    is_seen: bool


def paper_corners(picture: Image.Image) -> Corners | None:
    """The corners of the paper in ``picture`` (mode L); None where no desk is seen around it."""
    factor = max(1, round(max(picture.size) / _LONG_SIDE))
    small = np.asarray(picture.reduce(factor).filter(ImageFilter.BoxBlur(2)))
    paper = small > _parting_level(small)
    if not _is_sheet_on_desk(small, paper):
        return None
    edges = _edges(paper)
    if edges is None or sum(edge.is_seen for edge in edges) < _SIDES_SEEN:
        return None
    corners = _corners(edges)
    if corners is None or not _is_sheet(corners, paper.shape):
        return None
    return corners / (small.shape[1], small.shape[0])


def _parting_level(grey: NDArray[np.uint8]) -> float:
    """The brightness that parts dark from light with the least spread on both sides."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(float)
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = sums / below - (sums[-1] - sums) / above
        spread = np.nan_to_num(below * above * apart**2)
    return float(np.argmax(spread))


def _is_sheet_on_desk(grey: NDArray[np.uint8], paper: NDArray[np.bool_]) -> bool:
    """Whether enough of the picture is light, and the rest much darker."""
    share = float(paper.mean())
    if not _LEAST_AREA <= share <= _MOST_AREA:
        return False
    return bool(np.median(grey[~paper]) <= _DESK * np.median(grey[paper]))


def _edges(paper: NDArray[np.bool_]) -> list[_Edge] | None:
    """Top, right, bottom and left edge."""
    found = []
    height, width = paper.shape
    for flipped, side in ((paper, height), (paper.T[::-1], width), (paper[::-1], height),
                          (paper.T, width)):  # fmt: skip
        edge = _first_edge(flipped, side)
        if edge is None:
            return None
        found.append(edge)
    top, right, bottom, left = found
    return [
        top,
        _Edge((width - 1 - right.line[0], -right.line[1]), right.is_seen),
        _Edge((height - 1 - bottom.line[0], -bottom.line[1]), bottom.is_seen),
        left,
    ]


def _first_edge(paper: NDArray[np.bool_], side: int) -> _Edge | None:
    """The line along which the paper begins, seen from the first row on."""
    columns = np.flatnonzero(paper.any(axis=0))
    inner = columns[len(columns) // 12 : len(columns) - len(columns) // 12]
    if len(inner) < 20:
        return None
    starts = np.argmax(paper[:, inner], axis=0).astype(float)
    near = _AT_BORDER * side
    if np.mean(starts <= near) > 0.5:
        return _Edge((0.0, 0.0), is_seen=False)
    line = _common_line(inner.astype(float), starts, _STRAIGHT * max(paper.shape))
    return _Edge(line, is_seen=True) if line is not None else None


def _common_line(xs: NDArray[np.float64], ys: NDArray[np.float64], near: float) -> _Line | None:
    """The line near which most points lie; None when they lie on no line."""
    picks = np.linspace(0, len(xs) - 1, 14).astype(int)
    best: NDArray[np.bool_] | None = None
    for one, other in combinations(picks, 2):
        slope = (ys[other] - ys[one]) / (xs[other] - xs[one])
        close = np.abs(ys[one] + slope * (xs - xs[one]) - ys) <= near
        if best is None or close.sum() > best.sum():
            best = close
    if best is None or best.mean() < _LEAST_POINTS:
        return None
    slope, start = np.polyfit(xs[best], ys[best], 1)
    return float(start), float(slope)


def _corners(edges: list[_Edge]) -> Corners | None:
    top, right, bottom, left = edges
    pairs = ((top, left), (top, right), (bottom, right), (bottom, left))
    points = []
    for level, upright in pairs:
        (y0, down), (x0, across) = level.line, upright.line
        whole = 1 - down * across
        if abs(whole) < 0.2:
            return None
        y = (y0 + down * x0) / whole
        points.append((x0 + across * y, y))
    return np.array(points)


def _is_sheet(corners: Corners, shape: tuple[int, ...]) -> bool:
    """Whether the corners are those of a rectangle seen from a sensible angle, in the picture."""
    height, width = shape
    slack = 0.04 * max(shape)
    inside = (corners >= -slack).all() and (corners <= (width + slack, height + slack)).all()
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(sides, axis=1)
    if not inside or lengths.min() < 0.2 * min(shape):
        return False
    cosines = [-a @ b / np.linalg.norm(a) / np.linalg.norm(b)
               for a, b in zip(np.roll(sides, 1, axis=0), sides, strict=True)]  # fmt: skip
    angles = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
    return bool((angles >= _SKEWED[0]).all() and (angles <= _SKEWED[1]).all())
