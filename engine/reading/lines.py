"""Words grouped into the rows that an eye sees.

A row runs across the whole page: columns are not split. Rows are found by the words' middles after
the page's skew is taken out, so a slightly turned scan still reads straight.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from statistics import median
from typing import Final

from msgspec import Struct, structs

from engine.reading.page import Page, Word
from engine.reading.plane import Box, Plane, boxes_on_sheet

_MIN_OVERLAP: Final = 0.5
"""Share of the lower of two heights that a word and a row must have in common."""

_BASELINE_SHARE: Final = 0.21
"""Part of a font's size that lies under the baseline."""

_SMALL_PRINT: Final = 0.55
"""Part of the median height of a page's words under which one is a mark rather than a word."""

_MAX_SLOPE: Final = 0.06
"""Steepest skew, in height per width, that is taken out: about three degrees."""


_FROM_LEFT: Final = attrgetter("x0", "x1")


class Line(Struct, frozen=True, gc=False):
    """One visual row: its words from left to right and the box around them (page fractions)."""

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def text(self) -> str:
        """The words with one space between each two."""
        return " ".join(word.text for word in self.words)


def lines_of(page: Page) -> tuple[Line, ...]:
    """The rows of ``page`` from top to bottom."""
    if not page.words:
        return ()
    if page.plane is not None:
        return _rows_of_tilted(page, page.plane)
    slope = skew_of(page.words, page.height / page.width) if page.source == "ocr" else 0.0
    small = _SMALL_PRINT * median([word.y1 - word.y0 for word in page.words])
    rows: list[_Row] = []
    last: tuple[float, float, _Row] | None = None
    for word in sorted(page.words, key=lambda w: w.y0 + w.y1 - slope * (w.x0 + w.x1)):
        shift = slope * (word.x0 + word.x1) / 2
        top, bottom = word.y0 - shift, word.y1 - shift
        if last is None or last[0] != top or last[1] != bottom:
            last = top, bottom, _row_for(rows, top, bottom, small)
        last[2].add(word, top, bottom)
    rows.sort(key=lambda row: (row.top + row.bottom, row.words[0].x0))
    return tuple([_line(row.words) for row in rows])


def _rows_of_tilted(page: Page, plane: Plane) -> tuple[Line, ...]:
    """The rows of a page whose sheet lies tilted in its picture, with words as they are there."""
    boxes = boxes_on_sheet(plane, [(word.x0, word.y0, word.x1, word.y1) for word in page.words])
    flat = laid_in(page.words, boxes)
    seen = {id(word): own for word, own in zip(flat, page.words, strict=True)}
    rows = lines_of(replace(page, words=flat, plane=None))
    return tuple(_around([seen[id(word)] for word in row.words]) for row in rows)


def laid_in(words: Sequence[Word], boxes: Sequence[Box]) -> tuple[Word, ...]:
    """``words`` with other boxes, one for each."""
    return tuple(
        structs.replace(word, x0=x0, y0=y0, x1=x1, y1=y1)
        for word, (x0, y0, x1, y1) in zip(words, boxes, strict=True)
    )


def skew_of(words: Sequence[Word], aspect: float) -> float:
    """How far rows sink from left to right: page heights per page width; 0 when not clear.

    ``aspect`` is the page's height divided by its width.
    """
    slopes = []
    ordered = sorted(words, key=lambda word: word.x0)
    for index, word in enumerate(ordered):
        following = _right_neighbour(word, ordered, index)
        if following is not None:
            across = (following.x0 + following.x1 - word.x0 - word.x1) / 2
            down = (following.y1 - word.y1 + following.y0 - word.y0) / 2
            if across > 0:
                slopes.append(down / across)
    if len(slopes) < 8:
        return 0.0
    slope = median(slopes)
    return slope if abs(slope) * aspect <= _MAX_SLOPE else 0.0


def _right_neighbour(word: Word, ordered: Sequence[Word], index: int) -> Word | None:
    """The next word in the same row whose height is alike, near enough to trust its angle."""
    height = word.y1 - word.y0
    reach = word.x1 + 0.25
    for other in ordered[index + 1 :]:
        if other.x0 > reach:
            return None
        overlap = min(word.y1, other.y1) - max(word.y0, other.y0)
        alike = 0.7 * height <= other.y1 - other.y0 <= 1.4 * height
        if alike and overlap > 0.6 * height and other.x0 >= word.x1 - 0.005:
            return other
    return None


class _Row:
    """A row while it grows; the band is the mean of its words' bands weighted by their widths."""

    __slots__ = ("bottom", "top", "weight", "words")

    def __init__(self, top: float, bottom: float) -> None:
        self.words: list[Word] = []
        self.top, self.bottom = top, bottom
        self.weight = 0.0

    def add(self, word: Word, top: float, bottom: float) -> None:
        weight = word.x1 - word.x0
        if self.top != top or self.bottom != bottom:
            total = self.weight + weight or 1.0
            self.top = (self.top * self.weight + top * weight) / total
            self.bottom = (self.bottom * self.weight + bottom * weight) / total
        self.weight += weight
        self.words.append(word)

    def closeness(self, top: float, bottom: float, small: float) -> float:
        """Shared part of the lower height, 0..1; 0 when the two cannot be one row.

        What is lower than ``small`` is a mark (a dash, a dot) and may stand anywhere in the row.
        """
        own, other = self.bottom - self.top, bottom - top
        lower = min(own, other) or 1e-9
        share = (min(self.bottom, bottom) - max(self.top, top)) / lower
        if share < _MIN_OVERLAP:
            return 0.0
        if lower > small and max(own, other) > 1.8 * lower:
            # Beside large type stand several rows of small type: only one of them belongs to it.
            middles = abs(self.top + self.bottom - top - bottom) / 2
            baselines = abs(self.bottom - bottom - _BASELINE_SHARE * (own - other))
            if min(middles, baselines) > 0.3 * lower:
                return 0.0
        return share


def _row_for(rows: list[_Row], top: float, bottom: float, small: float) -> _Row:
    """The row of ``rows`` that a word between ``top`` and ``bottom`` is of, or a new one."""
    best, best_share = None, 0.0
    for row in rows[-12:]:
        if row.bottom <= top or row.top >= bottom:
            continue
        share = row.closeness(top, bottom, small)
        if share > best_share:
            best, best_share = row, share
    if best is None:
        best = _Row(top, bottom)
        rows.append(best)
    return best


def _line(words: list[Word]) -> Line:
    if len(words) > 1:
        words.sort(key=_FROM_LEFT)
    return _around(words)


def _around(words: Sequence[Word]) -> Line:
    return Line(
        words=tuple(words),
        x0=min([word.x0 for word in words]),
        y0=min([word.y0 for word in words]),
        x1=max([word.x1 for word in words]),
        y1=max([word.y1 for word in words]),
    )
