"""Recognised pages laid flat for those who look for rows and columns, and the way back.

On a scan that is turned by one degree a row sinks by its own height from the left to the right.
Straightened, its words stand at one height and its columns under each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import atan, cos, sin
from statistics import median
from typing import Final

from engine.reading.lines import laid_in, lines_of, skew_of
from engine.reading.page import Page, Word
from engine.reading.plane import Box, Plane, boxes_on_sheet

_LEAST_SLOPE: Final = 0.0008
"""Skew, in height per width, that no row notices: half a millimetre over a sheet."""

_LONG_ROW: Final = 0.35
_FEW_ROWS: Final = 4


def is_recognised(page: Page) -> bool:
    """Whether the words were recognised in a picture, by us or by whoever hid them behind it."""
    if page.source == "ocr":
        return True
    hidden = sum([word.confidence < 1 for word in page.words])
    return 2 * hidden > len(page.words)


class StraightPages:
    """Pages with the words of the recognised ones laid flat. ``pages`` are in the order given.

    A hidden text layer, which some scanning program recognised, counts as recognised.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages: list[Page] = []
        self._planes: dict[int, Plane] = {}
        for given in pages:
            page = replace(given, source="ocr") if is_recognised(given) else given
            plane = _plane_of(page)
            if plane is None:
                self.pages.append(page)
            else:
                self.pages.append(replace(page, words=_laid_flat(page.words, plane), plane=None))
                self._planes[page.page_number] = plane

    @property
    def is_same(self) -> bool:
        """Whether all pages were flat as they were."""
        return not self._planes

    def box_on_page(self, page_number: int, box: Box) -> Box:
        """A box of the straight page where people see it, within the page."""
        plane = self._planes.get(page_number)
        return _within(plane.box_on_picture(box)) if plane else box

    def box_on_sheet(self, page_number: int, box: Box) -> Box:
        """A box of the page as people see it on the straight page."""
        plane = self._planes.get(page_number)
        return boxes_on_sheet(plane, [box])[0] if plane else box


def _plane_of(page: Page) -> Plane | None:
    """How the flat sheet lies in the picture of ``page``; None when it lies straight."""
    if page.source != "ocr" or not page.words:
        return None
    flat = page
    if page.plane is not None:
        flat = replace(page, words=_laid_flat(page.words, page.plane), plane=None)
    slope = _slope(flat)
    if abs(slope) < _LEAST_SLOPE:
        return page.plane
    tilt = rotation(atan(slope), page.width / page.height)
    return page.plane.after(tilt) if page.plane is not None else tilt


def rotation(angle: float, aspect: float) -> Plane:
    """A sheet turned clockwise about the middle by ``angle`` (radians); its width per height."""
    c, s = cos(angle), sin(angle)
    across, down = s / aspect, s * aspect
    return Plane((c, -across, (1 - c + across) / 2, down, c, (1 - c - down) / 2, 0.0, 0.0, 1.0))


def _slope(page: Page) -> float:
    """How far long rows sink from left to right, in page widths per width; 0 when not clear."""
    aspect = page.height / page.width
    rough = skew_of(page.words, aspect) * aspect
    slopes = [
        slope * aspect
        for line in lines_of(page)
        if line.x1 - line.x0 > _LONG_ROW and (slope := _row_slope(line.words)) is not None
    ]
    return median(slopes) if len(slopes) >= _FEW_ROWS else rough


def _row_slope(words: Sequence[Word]) -> float | None:
    """Slope between the outer words of a row whose heights are alike."""
    usual = median(word.y1 - word.y0 for word in words)
    alike = [word for word in words if 0.75 * usual <= word.y1 - word.y0 <= 1.35 * usual]
    if len(alike) < 2:
        return None
    xs = [(word.x0 + word.x1) / 2 for word in alike]
    ys = [(word.y0 + word.y1) / 2 for word in alike]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - x_mean) ** 2 for x in xs)
    if spread < (_LONG_ROW / 2) ** 2 / 2:
        return None
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / spread


def _laid_flat(words: Sequence[Word], plane: Plane) -> tuple[Word, ...]:
    return laid_in(words, boxes_on_sheet(plane, [(w.x0, w.y0, w.x1, w.y1) for w in words]))


def _within(box: Box) -> Box:
    x0, y0, x1, y1 = (round(min(max(side, 0.0), 1.0), 5) for side in box)
    return x0, y0, x1, y1
